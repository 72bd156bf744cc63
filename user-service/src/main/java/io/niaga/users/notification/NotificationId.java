package io.niaga.users.notification;

import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification's id, {@code not_…}; derived from what it is about, so that the same news is written once. */
public record NotificationId(String value) {
    public static final String PREFIX = "not";

    public NotificationId {
        TypeId.parse(PREFIX, value);
    }

    public static NotificationId of(String value) {
        return new NotificationId(value);
    }

    /** @param cause what of its kind it is about, where an order may have several; null where it has one */
    static NotificationId about(String orderId, NotificationKind kind, @Nullable String cause) {
        String news = orderId + "/" + kind + (cause == null ? "" : "/" + cause);
        UUID derived = UUID.nameUUIDFromBytes(news.getBytes(StandardCharsets.UTF_8));
        return new NotificationId(new TypeId(PREFIX, derived).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
