package io.niaga.users.notification;

import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows support what was written to whom. */
@UseCase
public final class ReadNotifications {
    private static final String ACTION = "notification:read";
    private final Notifications notifications;
    private final Permissions permissions;

    public ReadNotifications(Notifications notifications, Permissions permissions) {
        this.notifications = notifications;
        this.permissions = permissions;
    }

    /** Of an order that is unknown here, or another store's, there are none. */
    public List<Notification> ofOrder(Actor actor, String orderId) {
        List<Notification> found = notifications.ofOrder(orderId);
        Optional<StoreId> store =
                found.stream().findFirst().map(n -> StoreId.of(n.topic().storeId()));
        if (store.isEmpty() && !permissions.allowsAll(actor, ACTION)) {
            boolean reads = actor.memberOf().stream().anyMatch(s -> permissions.allows(actor, ACTION, s));
            if (!reads) {
                permissions.requireAll(actor, ACTION);
            }
        }
        store.ifPresent(s -> permissions.require(actor, ACTION, s));
        return found;
    }

    public Page<Notification> ofStore(Actor actor, Notifications.Listed wanted, int limit, @Nullable String after) {
        permissions.require(actor, ACTION, StoreId.of(wanted.storeId()));
        return notifications.ofStore(wanted, limit, after);
    }
}
