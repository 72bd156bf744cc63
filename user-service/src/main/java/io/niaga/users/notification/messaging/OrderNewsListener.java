package io.niaga.users.notification.messaging;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.orders.OrderAccessAskedV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.messaging.Subscription;
import io.niaga.users.notification.Notification;
import io.niaga.users.notification.NotificationKind;
import io.niaga.users.notification.Notifications;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queues a letter for each piece of news about an order; it calls nobody. The same news twice is one letter. */
public final class OrderNewsListener {
    private final Notifications notifications;

    public OrderNewsListener(Notifications notifications) {
        this.notifications = notifications;
    }

    public Subscription orders() {
        return Subscription.to(Topics.ORDER)
                .as("user-order-letters")
                .on(
                        OrderPlacedV1.TYPE,
                        OrderPlacedV1.class,
                        (o, e) -> queue(o.orderId(), o.storeId(), NotificationKind.ORDER_PLACED, null, o.placedAt()))
                .on(
                        OrderConfirmedV1.TYPE,
                        OrderConfirmedV1.class,
                        (o, e) -> queue(
                                o.orderId(), o.storeId(), NotificationKind.ORDER_CONFIRMED, null, o.confirmedAt()))
                .on(
                        OrderCompletedV1.TYPE,
                        OrderCompletedV1.class,
                        (o, e) -> queue(
                                o.orderId(), o.storeId(), NotificationKind.ORDER_COMPLETED, null, o.completedAt()))
                .on(OrderAccessAskedV1.TYPE, OrderAccessAskedV1.class, (o, e) -> access(o))
                .gathering()
                .build();
    }

    /** An order ends once; its end is heard beside its progress. */
    public Subscription ends() {
        return Subscription.to(Topics.ORDER)
                .as("user-order-ends")
                .on(
                        OrderCancelledV1.TYPE,
                        OrderCancelledV1.class,
                        (o, e) -> queue(
                                o.orderId(), o.storeId(), NotificationKind.ORDER_CANCELLED, null, o.cancelledAt()))
                .on(
                        OrderExpiredV1.TYPE,
                        OrderExpiredV1.class,
                        (o, e) -> queue(o.orderId(), o.storeId(), NotificationKind.ORDER_EXPIRED, null, o.expiredAt()))
                .on(
                        OrderPromiseFailedV1.TYPE,
                        OrderPromiseFailedV1.class,
                        (o, e) -> queue(o.orderId(), o.storeId(), NotificationKind.ORDER_NOT_DELIVERED, null, o.at()))
                .gathering()
                .build();
    }

    public Subscription shipments() {
        return Subscription.to(Topics.SHIPMENT)
                .as("user-shipment-letters")
                .on(
                        HandedOverV1.TYPE,
                        HandedOverV1.class,
                        (s, e) -> queue(
                                s.orderId(),
                                s.storeId(),
                                NotificationKind.ORDER_SHIPPED,
                                s.parcels().stream()
                                        .map(HandedOverV1.Parcel::tracking)
                                        .collect(Collectors.joining(", ")),
                                s.at()))
                .gathering()
                .build();
    }

    /** It may be asked for several times; each time is one letter. */
    private void access(OrderAccessAskedV1 asked) {
        Notification.Topic topic = new Notification.Topic(
                asked.orderId(), asked.storeId(), NotificationKind.ORDER_ACCESS, null, asked.at());
        notifications.add(Notification.about(topic, asked.at().toString()));
    }

    private void queue(String orderId, String storeId, NotificationKind kind, @Nullable String detail, Instant at) {
        notifications.add(Notification.about(new Notification.Topic(orderId, storeId, kind, detail, at)));
    }
}
