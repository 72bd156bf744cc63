/** Spans, and how they reach a collector. */
@NullMarked
package io.niaga.trace;

import org.jspecify.annotations.NullMarked;
