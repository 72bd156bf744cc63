package io.niaga.users.notification;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes and sends what is queued. A letter is sent at least once: a process that dies right after sending sends it again,
 * under the same message id. Safe to run in many processes.
 */
@UseCase
public final class SendNotifications {
    private static final System.Logger log = System.getLogger(SendNotifications.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_ATTEMPTS = 6;
    private static final int BATCH = 50;
    private final Notifications notifications;
    private final Contacts contacts;
    private final Transport transport;
    private final Clock clock;

    public SendNotifications(Notifications notifications, Contacts contacts, Transport transport, Clock clock) {
        this.notifications = notifications;
        this.contacts = contacts;
        this.transport = transport;
        this.clock = clock;
    }

    public void sendDue() {
        for (NotificationId id : notifications.due(clock.instant(), BATCH)) {
            Instant now = clock.instant();
            notifications.claim(id, now, now.plus(LEASE)).ifPresent(this::send);
        }
    }

    private void send(Notification notification) {
        try {
            Optional<OrderContact> contact =
                    contacts.ofOrder(notification.topic().orderId());
            notifications.save(
                    contact.isEmpty()
                            ? notification.in(new Delivery.Failed("ORDER_UNKNOWN"))
                            : sent(notification, Letters.write(notification.topic(), contact.get())));
        } catch (RuntimeException failed) {
            // Mail servers name whom they refuse, so only the kind of failure is logged.
            String kind = failed.getClass().getSimpleName();
            log.log(System.Logger.Level.WARNING, "notification {0} could not be sent: {1}", notification.id(), kind);
            notifications.save(later(notification));
        }
    }

    private Notification sent(Notification notification, Letter letter) {
        if (!transport.isThere()) {
            return notification.ended(new Delivery.Suppressed("NO_TRANSPORT"), letter);
        }
        transport.send(notification.id(), letter);
        return notification.ended(new Delivery.Sent(clock.instant()), letter);
    }

    private Notification later(Notification notification) {
        int attempts = notification.delivery() instanceof Delivery.Queued queued ? queued.attempts() + 1 : 1;
        if (attempts >= MOST_ATTEMPTS) {
            return notification.in(new Delivery.Failed("NOT_TAKEN"));
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << attempts);
        return notification.in(new Delivery.Queued(attempts, clock.instant().plus(pause)));
    }
}
