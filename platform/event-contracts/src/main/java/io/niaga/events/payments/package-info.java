/** What payment-service tells: whether the money is there. */
@NullMarked
package io.niaga.events.payments;

import org.jspecify.annotations.NullMarked;
