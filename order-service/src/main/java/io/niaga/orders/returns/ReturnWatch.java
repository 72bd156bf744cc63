package io.niaga.orders.returns;

import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;

/** Is told what becomes of returns, for those who watch the service run. */
public interface ReturnWatch {
    /** An order was written with what it tells about its returns. */
    void saved(Order before);

    /** A step ended unknown; how many times in a row, the return says. */
    void unknown(Order order, Return goods, OutcomeUnknown why);

    /** Watches nothing. */
    ReturnWatch NONE = new ReturnWatch() {
        @Override
        public void saved(Order before) {}

        @Override
        public void unknown(Order order, Return goods, OutcomeUnknown why) {}
    };
}
