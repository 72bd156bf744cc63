package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.Step;

/** Is told what the process does, for those who watch the service run. */
public interface CheckoutWatch {
    /** An order was written with what it tells. */
    void saved(Order before);

    /** A step ended unknown; how many times in a row, its work says. */
    void unknown(Order order, Step step, OutcomeUnknown why);

    void backlog(Orders.Backlog backlog);

    /** Watches nothing. */
    CheckoutWatch NONE = new CheckoutWatch() {
        @Override
        public void saved(Order before) {}

        @Override
        public void unknown(Order order, Step step, OutcomeUnknown why) {}

        @Override
        public void backlog(Orders.Backlog backlog) {}
    };
}
