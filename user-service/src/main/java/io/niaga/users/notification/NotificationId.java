package io.niaga.users.notification;

import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A notification's id, {@code not_…}; derived from what it is about, so that the same news is written once. */
public record NotificationId(String value) {
    public static final String PREFIX = "not";

    public NotificationId {
        TypeId.parse(PREFIX, value);
    }

    public static NotificationId of(String value) {
        return new NotificationId(value);
    }

    static NotificationId about(String orderId, NotificationKind kind) {
        UUID derived = UUID.nameUUIDFromBytes((orderId + "/" + kind).getBytes(StandardCharsets.UTF_8));
        return new NotificationId(new TypeId(PREFIX, derived).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
