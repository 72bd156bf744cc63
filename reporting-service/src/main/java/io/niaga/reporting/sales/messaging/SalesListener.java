package io.niaga.reporting.sales.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderLineV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.messaging.Envelope;
import io.niaga.messaging.Subscription;
import io.niaga.reporting.sales.OrderFacts;
import io.niaga.reporting.sales.Reversal;
import io.niaga.reporting.sales.Sale;
import io.niaga.types.StoreId;
import java.time.ZoneId;

/**
 * Hears of orders that were confirmed, cancelled or never arrived and of refunds, in any order and any number of times: what
 * belongs to an order not confirmed yet waits with it.
 */
public final class SalesListener {
    private static final String CONFIRMED = "CONFIRMED";
    private final OrderFacts facts;

    public SalesListener(OrderFacts facts) {
        this.facts = facts;
    }

    public Subscription orders() {
        return Subscription.to(Topics.ORDER)
                .as("reporting-orders")
                .on(OrderConfirmedV1.TYPE, OrderConfirmedV1.class, this::confirmed)
                .on(OrderCancelledV1.TYPE, OrderCancelledV1.class, this::cancelled)
                .on(OrderPromiseFailedV1.TYPE, OrderPromiseFailedV1.class, this::failed)
                .gathering()
                .build();
    }

    public Subscription payments() {
        return Subscription.to(Topics.PAYMENT)
                .as("reporting-payments")
                .on(RefundSucceededV1.TYPE, RefundSucceededV1.class, this::refunded)
                .gathering()
                .build();
    }

    private void confirmed(OrderConfirmedV1 order, Envelope envelope) {
        OrderTotalsV1 totals = order.totals();
        Sale sale = new Sale(
                StoreId.of(order.storeId()),
                ZoneId.of(order.storeTimeZone()),
                order.confirmedAt(),
                order.lines().stream().mapToLong(OrderLineV1::quantity).sum(),
                totals.items(),
                totals.discount(),
                totals.tax(),
                totals.shipping(),
                totals.total());
        facts.apply(order.orderId(), fact -> fact.confirmed(sale));
    }

    /** An order that was never confirmed never counted. */
    private void cancelled(OrderCancelledV1 order, Envelope envelope) {
        if (order.fromState().equals(CONFIRMED)) {
            facts.apply(order.orderId(), fact -> fact.cancelled(order.cancelledAt()));
        }
    }

    /** What never arrived was not sold, whether money went back or, with cash, never came. */
    private void failed(OrderPromiseFailedV1 order, Envelope envelope) {
        facts.apply(order.orderId(), fact -> fact.cancelled(order.at()));
    }

    private void refunded(RefundSucceededV1 refund, Envelope envelope) {
        Reversal reversal = new Reversal(refund.refundId(), refund.amount(), refund.goods(), refund.at());
        facts.apply(refund.orderId(), fact -> fact.refunded(reversal));
    }
}
