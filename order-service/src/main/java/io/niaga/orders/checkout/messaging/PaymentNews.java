package io.niaga.orders.checkout.messaging;

import io.niaga.events.Topics;
import io.niaga.events.payments.PaymentAssuredV1;
import io.niaga.events.payments.PaymentCancelledV1;
import io.niaga.events.payments.PaymentCapturedV1;
import io.niaga.events.payments.PaymentExpiredV1;
import io.niaga.events.payments.PaymentFailedV1;
import io.niaga.events.payments.PaymentLatePaidV1;
import io.niaga.events.payments.RefundFailedV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.messaging.Envelope;
import io.niaga.messaging.Subscription;
import io.niaga.orders.checkout.Fact;
import io.niaga.orders.checkout.HearNews;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.Repayment;

/** What payment tells: a duplicate or late event changes nothing; one about an unknown order is dropped. */
public final class PaymentNews {
    private static final String GROUP = "order-payments";

    private final HearNews hear;

    private PaymentNews(HearNews hear) {
        this.hear = hear;
    }

    public static Subscription subscription(HearNews hear) {
        PaymentNews to = new PaymentNews(hear);
        Subscription.Builder all = Subscription.to(Topics.PAYMENT).as(GROUP).inOrder();
        to.money(all);
        to.endings(all);
        return all.build();
    }

    private void money(Subscription.Builder all) {
        all.on(
                        PaymentAssuredV1.TYPE,
                        PaymentAssuredV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.MoneyAssured(Assurance.valueOf(e.assurance())), from))
                .on(
                        PaymentLatePaidV1.TYPE,
                        PaymentLatePaidV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.MoneyLate(), from))
                .on(
                        PaymentCapturedV1.TYPE,
                        PaymentCapturedV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.MoneyCaptured(), from));
    }

    private void endings(Subscription.Builder all) {
        all.on(
                        PaymentFailedV1.TYPE,
                        PaymentFailedV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.PaymentFailed(e.reason()), from))
                .on(
                        PaymentExpiredV1.TYPE,
                        PaymentExpiredV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.PaymentExpired(), from))
                .on(
                        PaymentCancelledV1.TYPE,
                        PaymentCancelledV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.PaymentEnded("CANCELLED"), from))
                .on(
                        RefundSucceededV1.TYPE,
                        RefundSucceededV1.class,
                        (e, from) ->
                                settled(e.orderId(), new Repayment(e.refundId(), e.amount(), "SUCCEEDED"), "", from))
                .on(
                        RefundFailedV1.TYPE,
                        RefundFailedV1.class,
                        (e, from) -> settled(
                                e.orderId(), new Repayment(e.refundId(), e.amount(), "FAILED"), e.reason(), from));
    }

    private void settled(String order, Repayment repayment, String reason, Envelope from) {
        hear(order, new Fact.RefundSettled(repayment, reason), from);
    }

    private void hear(String order, Fact.Heard fact, Envelope from) {
        hear.hear(OrderId.of(order), fact, new HearNews.Source(from.key(), from.sequence()));
    }
}
