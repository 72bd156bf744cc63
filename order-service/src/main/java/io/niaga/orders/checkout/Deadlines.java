package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.order.Step;
import java.time.Instant;

/** What the time does to an order. */
final class Deadlines {
    private Deadlines() {}

    static void on(Order order, Instant now) {
        switch (order.state()) {
            case OrderState.Placing s
            when !now.isBefore(s.abandonAt()) ->
                order.decide(
                        new OrderState.Refusing(Refusal.of(OrderProblem.PLACEMENT_TIMED_OUT)),
                        Plans.refusing(order, Step.CANCEL_PAYMENT, Step.GIVE_BACK_COUPON, Step.RELEASE));
            case OrderState.AwaitingPayment s
            when !order.work().has(Step.COMMIT) && !now.isBefore(s.payBy()) ->
                order.decide(new OrderState.Expiring(s.payBy()), Plans.expiring(order));
            case OrderState.Placing _, OrderState.Refusing _, OrderState.Refused _ -> {}
            case OrderState.AwaitingPayment _, OrderState.Confirmed _, OrderState.InFulfillment _ -> {}
            case OrderState.Completed _, OrderState.Cancelling _, OrderState.Cancelled _ -> {}
            case OrderState.Expiring _, OrderState.Expired _, OrderState.Reviving _ -> {}
            case OrderState.PromiseFailed _ -> {}
        }
    }
}
