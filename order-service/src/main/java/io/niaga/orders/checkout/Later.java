package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;

/** Advances an order soon, on somebody else's time. If it never comes to it, the order is due again after its lease. */
@FunctionalInterface
public interface Later {
    void advance(Order order);
}
