/** The trace a request belongs to: W3C trace context in, in the log, and out. */
@NullMarked
package io.niaga.service.trace;

import org.jspecify.annotations.NullMarked;
