package io.niaga.fulfillment.shipment.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.shipment.Fulfillment.OrderFacts;
import io.niaga.fulfillment.shipment.HearOrder;
import io.niaga.messaging.Subscription;
import io.niaga.types.StoreId;

/** Hears what becomes of orders. Twice is once and late is nothing: the order's event numbers say so. */
public final class OrderListener {
    private final HearOrder hear;

    public OrderListener(HearOrder hear) {
        this.hear = hear;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.ORDER)
                .as("fulfillment-orders")
                .on(
                        OrderConfirmedV1.TYPE,
                        OrderConfirmedV1.class,
                        (e, envelope) ->
                                hear.confirmed(facts(e.orderId(), e.number(), e.storeId()), envelope.sequence()))
                .on(
                        OrderCancelledV1.TYPE,
                        OrderCancelledV1.class,
                        (e, envelope) ->
                                hear.cancelled(facts(e.orderId(), e.number(), e.storeId()), envelope.sequence()))
                .on(
                        OrderExpiredV1.TYPE,
                        OrderExpiredV1.class,
                        (e, envelope) ->
                                hear.cancelled(facts(e.orderId(), e.number(), e.storeId()), envelope.sequence()))
                .inOrder()
                .build();
    }

    private static OrderFacts facts(String order, String number, String store) {
        return new OrderFacts(OrderId.of(order), number, StoreId.of(store));
    }
}
