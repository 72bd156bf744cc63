package io.niaga.orders.returns;

import io.niaga.orders.Samples;
import io.niaga.orders.order.AccessLetters;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.Destination;
import io.niaga.orders.order.FulfillmentView;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderMemory;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Returns;
import io.niaga.orders.order.Work;
import io.niaga.types.Revision;
import java.util.List;
import java.util.Map;

/** Orders that have arrived: two shirts and a sarong, with a coupon, delivered now. */
final class Delivered {
    private Delivered() {}

    static Order order() {
        return order(new OrderState.Completed(Samples.NOW), PaymentMethod.CARD);
    }

    static Order order(OrderState state, PaymentMethod method) {
        Assurance assurance = method == PaymentMethod.COD ? Assurance.CASH_ON_DELIVERY : Assurance.CAPTURED;
        return Order.restore(new OrderMemory(
                Samples.orderId(1),
                new OrderNumber("261124-AAAA-AAAA"),
                Samples.terms(1, "HEMAT10", method),
                state,
                Work.of(3, List.of()),
                PaymentView.NONE.assuredBy(assurance),
                FulfillmentView.NONE.at(FulfillmentView.Stage.DELIVERED),
                Destination.of(Samples.ADDRESS),
                Returns.NONE,
                AccessLetters.NONE,
                List.of(),
                Map.of(),
                Samples.NOW,
                new Revision(9, 0, true)));
    }
}
