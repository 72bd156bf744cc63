package io.niaga.users.notification.messaging;

import io.niaga.events.Topics;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.messaging.Subscription;
import io.niaga.users.notification.Notification;
import io.niaga.users.notification.NotificationKind;
import io.niaga.users.notification.Notifications;

/** Queues a letter for each refund; the same refund twice is one letter. */
public final class RefundListener {
    private final Notifications notifications;

    public RefundListener(Notifications notifications) {
        this.notifications = notifications;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.PAYMENT)
                .as("user-refund-letters")
                .on(RefundSucceededV1.TYPE, RefundSucceededV1.class, (refund, e) -> queue(refund))
                .gathering()
                .build();
    }

    private void queue(RefundSucceededV1 refund) {
        Notification.Topic topic = new Notification.Topic(
                refund.orderId(),
                refund.storeId(),
                NotificationKind.ORDER_REFUNDED,
                refund.amount().toString(),
                refund.at());
        notifications.add(Notification.about(topic, refund.refundId()));
    }
}
