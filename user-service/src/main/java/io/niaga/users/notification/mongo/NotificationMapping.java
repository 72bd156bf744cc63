package io.niaga.users.notification.mongo;

import io.niaga.users.notification.Delivery;
import io.niaga.users.notification.Notification;
import io.niaga.users.notification.NotificationId;
import io.niaga.users.notification.NotificationKind;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** A notification as a document. */
final class NotificationMapping {
    static final String DUE = "dueAt";
    /** When its news was told, while it is queued. */
    static final String WAITS_SINCE = "waitsSince";

    static final String STATE = "state";
    static final String POSITION = "position";

    private NotificationMapping() {}

    static Document of(Notification n) {
        Notification.Topic topic = n.topic();
        Document document = new Document("_id", n.id().value())
                .append("orderId", topic.orderId())
                .append("storeId", topic.storeId())
                .append("kind", topic.kind().name())
                .append("detail", topic.detail())
                .append("at", Date.from(topic.at()))
                .append(POSITION, topic.at() + " " + n.id())
                .append("recipient", n.recipient())
                .append("subject", n.subject());
        switch (n.delivery()) {
            case Delivery.Queued queued ->
                document.append(STATE, "QUEUED")
                        .append("attempts", queued.attempts())
                        .append(DUE, Date.from(queued.dueAt()))
                        .append(WAITS_SINCE, Date.from(topic.at()));
            case Delivery.Sent sent -> document.append(STATE, "SENT").append("sentAt", Date.from(sent.at()));
            case Delivery.Failed failed -> document.append(STATE, "FAILED").append("reason", failed.reason());
            case Delivery.Suppressed suppressed ->
                document.append(STATE, "SUPPRESSED").append("reason", suppressed.reason());
        }
        return document;
    }

    static Notification toNotification(Document d) {
        Notification.Topic topic = new Notification.Topic(
                d.getString("orderId"),
                d.getString("storeId"),
                NotificationKind.valueOf(d.getString("kind")),
                d.getString("detail"),
                instant(d, "at"));
        NotificationId id = NotificationId.of(d.getString("_id"));
        return new Notification(id, topic, delivery(d), d.getString("recipient"), d.getString("subject"));
    }

    private static Delivery delivery(Document d) {
        String state = d.getString(STATE);
        return switch (state) {
            case "QUEUED" -> new Delivery.Queued(d.getInteger("attempts"), instant(d, DUE));
            case "SENT" -> new Delivery.Sent(instant(d, "sentAt"));
            case "FAILED" -> new Delivery.Failed(d.getString("reason"));
            case "SUPPRESSED" -> new Delivery.Suppressed(d.getString("reason"));
            default -> throw new IllegalStateException("a notification in the unknown state " + state);
        };
    }

    private static Instant instant(Document d, String field) {
        return Objects.requireNonNull(d.getDate(field), field).toInstant();
    }
}
