package io.niaga.users.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail about an order.
 *
 * @param recipient the masked mail address, once it was asked for
 * @param subject as it was written, once it was
 */
public record Notification(
        NotificationId id,
        Topic topic,
        Delivery delivery,
        @Nullable String recipient,
        @Nullable String subject) {
    /**
     * What it is about.
     *
     * @param detail what the letter says beside the order, for example a tracking number
     */
    public record Topic(
            String orderId,
            String storeId,
            NotificationKind kind,
            @Nullable String detail,
            Instant at) {}

    public static Notification about(Topic topic) {
        return about(topic, null);
    }

    /** @param cause which of several such news of the order it is */
    public static Notification about(Topic topic, @Nullable String cause) {
        NotificationId id = NotificationId.about(topic.orderId(), topic.kind(), cause);
        return new Notification(id, topic, new Delivery.Queued(0, topic.at()), null, null);
    }

    Notification ended(Delivery end, Letter letter) {
        return new Notification(id, topic, end, letter.maskedRecipient(), letter.subject());
    }

    Notification in(Delivery next) {
        return new Notification(id, topic, next, recipient, subject);
    }
}
