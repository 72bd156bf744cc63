package io.niaga.users.notification;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes and sends what is queued. A mail server that does not take a letter is tried six times; whose contact cannot be asked
 * for waits until it can. A letter is sent at least once: a process that dies right after sending sends it again,
 * under the same message id. Safe to run in many processes.
 */
@UseCase
public final class SendNotifications {
    private static final System.Logger log = System.getLogger(SendNotifications.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
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
            Instant until = now.plus(LEASE);
            notifications.claim(id, now, until).ifPresent(claimed -> send(claimed, until));
        }
    }

    private void send(Notification notification, Instant until) {
        Optional<OrderContact> contact;
        try {
            contact = contacts.ofOrder(notification.topic().orderId());
        } catch (RuntimeException away) {
            tell(notification, away);
            save(unasked(notification), until);
            return;
        }
        try {
            save(
                    contact.isEmpty()
                            ? notification.in(new Delivery.Failed("ORDER_UNKNOWN"))
                            : sent(notification, Letters.write(notification.topic(), contact.get())),
                    until);
        } catch (RuntimeException failed) {
            tell(notification, failed);
            save(later(notification), until);
        }
    }

    private void save(Notification notification, Instant until) {
        if (!notifications.save(notification, until)) {
            log.log(System.Logger.Level.DEBUG, "notification {0} is somebody else''s by now", notification.id());
        }
    }

    /** Mail servers name whom they refuse, so only the kind of failure is logged. */
    private static void tell(Notification notification, RuntimeException failed) {
        String kind = failed.getClass().getSimpleName();
        log.log(System.Logger.Level.WARNING, "notification {0} could not be sent: {1}", notification.id(), kind);
    }

    private Notification sent(Notification notification, Letter letter) {
        if (!transport.isThere()) {
            return notification.ended(new Delivery.Suppressed("NO_TRANSPORT"), letter);
        }
        transport.send(notification.id(), letter);
        return notification.ended(new Delivery.Sent(clock.instant()), letter);
    }

    /** Nobody refused the letter, so no try is used up: it waits as long again as its news is old, within bounds. */
    private Notification unasked(Notification notification) {
        Instant now = clock.instant();
        long age = Duration.between(notification.topic().at(), now).toSeconds();
        long pause = Math.clamp(age, FIRST_PAUSE.toSeconds(), LONGEST_PAUSE.toSeconds());
        return notification.in(new Delivery.Queued(attempts(notification), now.plusSeconds(pause)));
    }

    private Notification later(Notification notification) {
        int attempts = attempts(notification) + 1;
        if (attempts >= MOST_ATTEMPTS) {
            return notification.in(new Delivery.Failed("NOT_TAKEN"));
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << attempts);
        return notification.in(new Delivery.Queued(attempts, clock.instant().plus(pause)));
    }

    private static int attempts(Notification notification) {
        return notification.delivery() instanceof Delivery.Queued queued ? queued.attempts() : 0;
    }
}
