package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;

/** The use of an order's coupon, kept by loyalty under the order's bits; fenced as {@link Reservations} are. */
public interface CouponHolds {
    /** {@link Fact.CouponHeld} or {@link Fact.CouponRefused}. */
    Fact.Answer hold(Order order);

    /** {@link Fact.CouponGivenBack}, known or not. */
    Fact.Answer giveBack(Order order);
}
