package io.niaga.users.notification;

import io.niaga.types.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where notifications are kept; safe for threads. */
public interface Notifications {
    /** Keeps it unless it is there already. */
    void add(Notification notification);

    /** The orders of so many queued ones that are due, the longest due first; an order once for each. */
    List<String> due(Instant now, int limit);

    /** Queued ones of an order, due or not, the oldest news first. */
    List<Waiting> waiting(String orderId);

    /** One that is queued, or being sent until then. */
    record Waiting(NotificationId id, Instant dueAt) {}

    /** When the oldest news that waits was told; empty when none does. */
    Optional<Instant> oldestWaiting();

    /** Takes a due one until that moment; empty when someone else did. */
    Optional<Notification> claim(NotificationId id, Instant now, Instant until);

    /** Keeps what became of one that was claimed until then; false when it was claimed again since, and nothing is kept. */
    boolean save(Notification notification, Instant claimedUntil);

    /** Notifications of an order, oldest first. */
    List<Notification> ofOrder(String orderId);

    /** A store's notifications, newest first. */
    Page<Notification> ofStore(Listed wanted, int limit, @Nullable String after);

    /** Those of a store; in that state, if one is named. */
    record Listed(String storeId, @Nullable DeliveryState state) {}
}
