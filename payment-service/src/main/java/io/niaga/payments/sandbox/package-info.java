/**
 * A payment provider in a box: it answers, remembers keys and calls our webhook, signed, as a real one would. It exists only
 * when {@code niaga.sandbox.enabled} is true.
 */
@NullMarked
package io.niaga.payments.sandbox;

import org.jspecify.annotations.NullMarked;
