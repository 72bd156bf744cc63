/** The life of one payment: opened for an order, paid through a provider or on delivery, refunded, or given up. */
@NullMarked
package io.niaga.payments.payment;

import org.jspecify.annotations.NullMarked;
