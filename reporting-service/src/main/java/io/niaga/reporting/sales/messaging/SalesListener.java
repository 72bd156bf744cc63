package io.niaga.reporting.sales.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderLineV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.messaging.Received;
import io.niaga.messaging.Subscription;
import io.niaga.reporting.sales.OrderFact;
import io.niaga.reporting.sales.OrderFacts;
import io.niaga.reporting.sales.Reversal;
import io.niaga.reporting.sales.Sale;
import io.niaga.types.StoreId;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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
                .on(OrderConfirmedV1.TYPE, OrderConfirmedV1.class)
                .on(OrderCancelledV1.TYPE, OrderCancelledV1.class)
                .on(OrderPromiseFailedV1.TYPE, OrderPromiseFailedV1.class)
                .batch(this::receive)
                .gathering()
                .build();
    }

    public Subscription payments() {
        return Subscription.to(Topics.PAYMENT)
                .as("reporting-payments")
                .on(RefundSucceededV1.TYPE, RefundSucceededV1.class)
                .batch(this::receive)
                .gathering()
                .build();
    }

    private void receive(List<Received> events) {
        Map<String, UnaryOperator<OrderFact>> changes = new LinkedHashMap<>();
        for (Received event : events) {
            switch (event.body()) {
                case OrderConfirmedV1 order -> add(changes, order.orderId(), confirmed(order));
                case OrderCancelledV1 order -> add(changes, order.orderId(), cancelled(order));
                // What never arrived was not sold, whether money went back or, with cash, never came.
                case OrderPromiseFailedV1 order -> add(changes, order.orderId(), fact -> fact.cancelled(order.at()));
                case RefundSucceededV1 refund -> add(changes, refund.orderId(), refunded(refund));
                case null, default -> {}
            }
        }
        facts.apply(changes);
    }

    private static void add(
            Map<String, UnaryOperator<OrderFact>> changes, String order, UnaryOperator<OrderFact> next) {
        changes.merge(order, next, (first, second) -> fact -> second.apply(first.apply(fact)));
    }

    private static UnaryOperator<OrderFact> confirmed(OrderConfirmedV1 order) {
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
        return fact -> fact.confirmed(sale);
    }

    /** An order that was never confirmed never counted. */
    private static UnaryOperator<OrderFact> cancelled(OrderCancelledV1 order) {
        return order.fromState().equals(CONFIRMED)
                ? fact -> fact.cancelled(order.cancelledAt())
                : UnaryOperator.identity();
    }

    private static UnaryOperator<OrderFact> refunded(RefundSucceededV1 refund) {
        Reversal reversal = new Reversal(refund.refundId(), refund.amount(), refund.goods(), refund.at());
        return fact -> fact.refunded(reversal);
    }
}
