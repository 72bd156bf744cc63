package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;

/** The money of an order, kept by payment under the order's bits; fenced as {@link Reservations} are. */
public interface OrderPayments {
    /** {@link Fact.PaymentOpened} or {@link Fact.PaymentRefused}. */
    Fact.Answer open(Order order);

    /** Gives up what is not assured: {@link Fact.PaymentGivenUp} or {@link Fact.PaymentStands}. */
    Fact.Answer cancel(Order order);

    /** Sends everything back: {@link Fact.Refunded}. */
    Fact.Answer refund(Order order);
}
