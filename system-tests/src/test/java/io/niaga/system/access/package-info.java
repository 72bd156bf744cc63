/**
 * Nobody where they don't belong: every operation for every kind of actor, tokens that are not to be believed, and
 * requests that nobody honest would send, through the gateway of the real system.
 */
@NullMarked
package io.niaga.system.access;

import org.jspecify.annotations.NullMarked;
