package io.niaga.orders.returns;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;

/**
 * What came back, booked into the warehouse's stock under the return's id: again and again is once. Carries the order's
 * version as its fence. Throws {@link io.niaga.orders.checkout.OutcomeUnknown}.
 */
@FunctionalInterface
public interface Restocks {
    ReturnFact.Answer restock(Order order, Return goods);
}
