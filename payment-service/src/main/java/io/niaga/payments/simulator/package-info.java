/**
 * A payment provider in a box: it answers, remembers keys and calls our webhook, signed, as a real one would. It exists only
 * when {@code niaga.sandbox.enabled} is true.
 */
@NullMarked
package io.niaga.payments.simulator;

import org.jspecify.annotations.NullMarked;
