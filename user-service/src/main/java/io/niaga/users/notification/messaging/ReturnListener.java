package io.niaga.users.notification.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.ReturnReceivedV1;
import io.niaga.events.orders.ReturnSettledV1;
import io.niaga.messaging.Subscription;
import io.niaga.users.notification.Notification;
import io.niaga.users.notification.NotificationKind;
import io.niaga.users.notification.Notifications;

/** Queues a letter when a return arrived, and one when it was settled; an order may have several, each has its own letters. */
public final class ReturnListener {
    private final Notifications notifications;

    public ReturnListener(Notifications notifications) {
        this.notifications = notifications;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.ORDER)
                .as("user-return-letters")
                .on(ReturnReceivedV1.TYPE, ReturnReceivedV1.class, (goods, e) -> received(goods))
                .on(ReturnSettledV1.TYPE, ReturnSettledV1.class, (goods, e) -> settled(goods))
                .gathering()
                .build();
    }

    private void received(ReturnReceivedV1 goods) {
        queue(
                new Notification.Topic(
                        goods.orderId(), goods.storeId(), NotificationKind.RETURN_RECEIVED, null, goods.at()),
                goods.returnId());
    }

    private void settled(ReturnSettledV1 goods) {
        queue(
                new Notification.Topic(
                        goods.orderId(),
                        goods.storeId(),
                        NotificationKind.RETURN_SETTLED,
                        goods.refund().toString(),
                        goods.at()),
                goods.returnId());
    }

    private void queue(Notification.Topic topic, String returnId) {
        notifications.add(Notification.about(topic, returnId));
    }
}
