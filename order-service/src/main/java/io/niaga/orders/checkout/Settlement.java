package io.niaga.orders.checkout;

import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a decision ends in once all its steps are done: one state, told in the write that reaches it. */
final class Settlement {
    private Settlement() {}

    static void settle(Order order, Instant now) {
        if (!order.work().isDone()) {
            return;
        }
        switch (order.state()) {
            case OrderState.Placing _ -> placed(order, now);
            case OrderState.Refusing s -> order.decide(new OrderState.Refused(s.refusal()), List.of());
            case OrderState.AwaitingPayment _ -> paid(order, now);
            case OrderState.Reviving _ -> {
                order.note(now, Moment.Type.REVIVED, Map.of());
                confirm(order, now);
            }
            case OrderState.Cancelling s -> cancelled(order, s, now);
            case OrderState.Expiring _ -> expired(order, now);
            case OrderState.Refused _, OrderState.Confirmed _, OrderState.InFulfillment _ -> {}
            case OrderState.Completed _, OrderState.Cancelled _, OrderState.Expired _ -> {}
            case OrderState.PromiseFailed _ -> {}
        }
    }

    private static void placed(Order order, Instant now) {
        boolean assured = order.payment().isAssured();
        order.tell(new OrderEvent.Placed(assured ? null : order.terms().payBy()));
        order.tell(new OrderEvent.CartOrdered(now));
        if (assured) {
            confirm(order, now);
        } else {
            order.decide(new OrderState.AwaitingPayment(order.terms().payBy()), List.of());
        }
    }

    private static void paid(Order order, Instant now) {
        if (order.payment().isAssured() || order.payment().late()) {
            confirm(order, now);
        }
    }

    private static void confirm(Order order, Instant now) {
        order.decide(new OrderState.Confirmed(now), List.of());
        order.tell(new OrderEvent.Confirmed(now));
        order.note(now, Moment.Type.CONFIRMED, Map.of());
    }

    private static void cancelled(Order order, OrderState.Cancelling s, Instant now) {
        order.decide(new OrderState.Cancelled(s.cancellation(), now), List.of());
        order.tell(new OrderEvent.Cancelled(s.cancellation(), order.payment().hasRefund(), now));
        order.note(
                now,
                Moment.Type.CANCELLED,
                Map.of("reason", s.cancellation().reason().name()));
    }

    private static void expired(Order order, Instant now) {
        order.decide(new OrderState.Expired(now), List.of());
        order.tell(new OrderEvent.Expired(now));
        order.note(now, Moment.Type.EXPIRED, Map.of());
        if (order.payment().owesRefund()) {
            order.decide(new OrderState.Reviving(now), Plans.reviving(order));
        }
    }

    static void notePaid(Order order, Instant now) {
        Assurance assurance = order.payment().assurance();
        order.note(now, Moment.Type.PAID, assurance == null ? Map.of() : Map.of("assurance", assurance.name()));
    }
}
