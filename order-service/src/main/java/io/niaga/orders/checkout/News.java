package io.niaga.orders.checkout;

import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What another service's news means: always remembered, and acted on where the state allows it. */
final class News {
    private News() {}

    static void on(Order order, Fact.Heard heard, Instant now) {
        switch (heard) {
            case Fact.MoneyAssured f -> assured(order, f, now);
            case Fact.MoneyLate _ -> late(order, now);
            case Fact.MoneyCaptured _ -> {
                order.pay(order.payment().ended("CAPTURED"));
                order.note(now, Moment.Type.MONEY_COLLECTED, Map.of());
            }
            case Fact.PaymentFailed f -> failed(order, f, now);
            case Fact.PaymentExpired _ -> expired(order, now);
            case Fact.PaymentEnded f -> order.pay(order.payment().ended(f.state()));
            case Fact.RefundSettled f -> refundSettled(order, f, now);
            case Fact.WarehouseAt f -> warehouse(order, f.stage(), now);
            case Fact.HandedOver f -> {
                order.ship(order.fulfillment().with(f.parcels()));
                order.note(now, Moment.Type.HANDED_OVER, Map.of());
            }
            case Fact.ParcelMoved f -> parcel(order, f, now);
            case Fact.ParcelLost f -> lost(order, f, now);
            case Fact.CameBack f -> cameBack(order, f, now);
        }
    }

    private static void assured(Order order, Fact.MoneyAssured f, Instant now) {
        if (order.payment().isAssured()) {
            return;
        }
        order.pay(order.payment().assuredBy(f.assurance()));
        Settlement.notePaid(order, now);
        switch (order.state()) {
            case OrderState.AwaitingPayment s -> order.decide(s, List.of(Step.COMMIT));
            // Placing, Expiring and Cancelling ask the payment themselves and learn it there.
            case OrderState.Placing _, OrderState.Refusing _, OrderState.Expiring _, OrderState.Cancelling _ -> {}
            case OrderState.Refused _, OrderState.Cancelled _, OrderState.Expired _, OrderState.PromiseFailed _ ->
                unexpected(order, now);
            case OrderState.Confirmed _, OrderState.InFulfillment _, OrderState.Completed _ -> {}
            case OrderState.Reviving _ -> {}
        }
    }

    private static void late(Order order, Instant now) {
        if (order.payment().late()) {
            return;
        }
        order.pay(order.payment().paidLate());
        order.note(now, Moment.Type.PAID_LATE, Map.of());
        switch (order.state()) {
            case OrderState.AwaitingPayment s -> order.decide(s, List.of(Step.COMMIT));
            case OrderState.Refusing _, OrderState.Cancelling _ -> order.add(Step.REFUND);
            case OrderState.Refused _, OrderState.Cancelled _, OrderState.Expired _, OrderState.PromiseFailed _ ->
                unexpected(order, now);
            // An expiry that has not ended yet looks at it when it ends.
            case OrderState.Placing _, OrderState.Expiring _, OrderState.Reviving _ -> {}
            case OrderState.Confirmed _, OrderState.InFulfillment _, OrderState.Completed _ -> {}
        }
    }

    /** Money for an order that has ended: an expired one is revived if it can be, of the others the money goes back. */
    private static void unexpected(Order order, Instant now) {
        if (!order.payment().owesRefund()) {
            return;
        }
        if (order.state() instanceof OrderState.Expired && order.work().isDone()) {
            order.decide(new OrderState.Reviving(now), Plans.reviving(order));
        } else {
            order.add(Step.REFUND);
        }
    }

    private static void failed(Order order, Fact.PaymentFailed f, Instant now) {
        if (!order.payment().isAssured()) {
            order.pay(order.payment().inState("FAILED"));
            order.note(now, Moment.Type.PAYMENT_FAILED, Map.of("reason", f.reason()));
        }
    }

    /** The provider's clock is not the order's: it waits on until its own, and money that comes meanwhile counts. */
    private static void expired(Order order, Instant now) {
        if (!order.payment().isAssured() && !order.payment().late()) {
            order.pay(order.payment().ended("EXPIRED"));
            order.note(now, Moment.Type.PAYMENT_EXPIRED, Map.of());
        }
    }

    private static void refundSettled(Order order, Fact.RefundSettled f, Instant now) {
        Repayments.note(order, f.repayment(), f.reason(), now);
        if (f.repayment().id().equals(order.id().refund())) {
            order.pay(order.payment().refund(f.repayment().state()));
        }
    }

    private static void warehouse(Order order, Stage stage, Instant now) {
        boolean before = order.fulfillment().stage().compareTo(stage) < 0;
        order.ship(order.fulfillment().at(stage));
        if (before) {
            switch (stage) {
                case RELEASED -> order.note(now, Moment.Type.RELEASED, Map.of());
                case PICKING -> order.note(now, Moment.Type.PICKING_STARTED, Map.of());
                case PICKED -> order.note(now, Moment.Type.PICKED, Map.of());
                case PACKED -> order.note(now, Moment.Type.PACKED, Map.of());
                case NEW, HANDED_OVER, DELIVERED, RECEIVED_BACK, LOST, SHORT -> {}
            }
        }
    }

    private static void parcel(Order order, Fact.ParcelMoved f, Instant now) {
        moved(order, f.tracking(), f.state(), now);
        if (f.last()) {
            order.ship(order.fulfillment().at(Stage.DELIVERED));
        }
    }

    /** An order whose other parcels may still arrive goes on. */
    private static void lost(Order order, Fact.ParcelLost f, Instant now) {
        moved(order, f.tracking(), f.reason(), now);
        if (order.fulfillment().isAllLost()) {
            order.ship(order.fulfillment().at(Stage.LOST));
        }
    }

    private static void moved(Order order, String tracking, String state, Instant now) {
        order.ship(order.fulfillment().moved(tracking, state));
        order.note(now, Moment.Type.PARCEL_MOVED, Map.of("tracking", tracking, "state", state));
    }

    private static void cameBack(Order order, Fact.CameBack f, Instant now) {
        order.ship(order.fulfillment().at(Stage.RECEIVED_BACK));
        order.note(
                now,
                Moment.Type.RECEIVED_BACK,
                Map.of("resellable", String.valueOf(f.resellable()), "damaged", String.valueOf(f.damaged())));
    }
}
