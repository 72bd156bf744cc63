/** The API document: what is true of every operation is said once, here, and not by annotations on each. */
@NullMarked
package io.niaga.service.openapi;

import org.jspecify.annotations.NullMarked;
