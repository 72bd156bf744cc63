package io.niaga.orders.checkout;

import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.types.ProblemException;
import java.time.Instant;

/** What it means when a buyer, or staff for them, calls an order off. */
final class Cancelling {
    private Cancelling() {}

    static void on(Order order, Fact.CancellationAsked asked, Instant now) {
        switch (order.state()) {
            case OrderState.AwaitingPayment _ -> cancel(order, asked, Cancellation.From.AWAITING_PAYMENT, now);
            case OrderState.Confirmed _ -> cancel(order, asked, Cancellation.From.CONFIRMED, now);
            case OrderState.Cancelling _, OrderState.Cancelled _ -> {}
            case OrderState.Placing _, OrderState.Refusing _, OrderState.Refused _ -> throw refusal(order);
            case OrderState.InFulfillment _, OrderState.Completed _, OrderState.PromiseFailed _ -> throw refusal(order);
            case OrderState.Expiring _, OrderState.Expired _, OrderState.Reviving _ -> throw refusal(order);
        }
    }

    private static void cancel(Order order, Fact.CancellationAsked asked, Cancellation.From from, Instant now) {
        Cancellation cancellation =
                new Cancellation(asked.reason(), asked.actor().label(), from, now);
        boolean paid = order.payment().isAssured() || order.payment().late();
        order.decide(
                new OrderState.Cancelling(cancellation),
                paid ? Plans.cancellingPaid(order) : Plans.cancellingUnpaid(order));
        if (asked.staff()) {
            order.tell(new OrderEvent.ChangedByStaff(
                    asked.actor(),
                    OrderAccess.CANCEL,
                    order.id().value(),
                    "/state",
                    from.name(),
                    order.state().code(),
                    asked.reason().name()));
        }
    }

    static ProblemException refusal(Order order) {
        return OrderProblem.ORDER_NOT_CANCELLABLE.with("state", order.state().code());
    }
}
