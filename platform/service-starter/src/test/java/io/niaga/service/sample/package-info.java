/** A service that does nothing but show, over HTTP, what the starter promises. */
@NullMarked
package io.niaga.service.sample;

import org.jspecify.annotations.NullMarked;
