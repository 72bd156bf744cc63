package io.niaga.users.notification;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes and sends what is queued. A letter that cannot go out now, whatever is in its way, waits and is tried again for three
 * days after its news; one that the mail server has refused for good is not. A letter is sent at least once: a process that
 * dies right after sending sends it again, under the same message id. Several are sent at the same time, since most of it is
 * waiting for servers; those of one order go out as its news came. Safe to run in many processes.
 */
@UseCase
public final class SendNotifications {
    private static final System.Logger log = System.getLogger(SendNotifications.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** Not the four days and more of RFC 5321, 4.5.4.1: what a letter says of an order is soon told by the goods. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    private static final int BATCH = 50;
    /** Of batches in one go: who else is on the schedule has their turn, too. */
    private static final int MOST_ROUNDS = 10;

    private static final int AT_ONCE = 8;
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
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("letter-", 0).factory())) {
            int found = BATCH;
            for (int round = 0; found == BATCH && round < MOST_ROUNDS; round++) {
                List<String> due = notifications.due(clock.instant(), BATCH);
                // An order's letters not at once, for what is sent at once may arrive in any order.
                threads.invokeAll(due.stream()
                        .distinct()
                        .map(order -> Executors.callable(() -> sendOf(order)))
                        .toList());
                found = due.size();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Behind one that waits the newer ones wait, and come up again together with it. */
    private void sendOf(String orderId) {
        try {
            Optional<Instant> behind = Optional.empty();
            for (Notifications.Waiting next : notifications.waiting(orderId)) {
                Instant now = clock.instant();
                boolean due = !next.dueAt().isAfter(now);
                if (behind.isEmpty()) {
                    behind = due ? take(next.id(), now) : Optional.of(again(next.dueAt(), now));
                } else if (due) {
                    notifications.claim(next.id(), now, behind.get());
                }
            }
        } catch (RuntimeException unread) {
            String kind = unread.getClass().getSimpleName();
            log.log(System.Logger.Level.WARNING, "notifications of {0} could not be sent: {1}", orderId, kind);
        }
    }

    /** When to look again after what is due then: another process may have it until its claim ends, and be done in a moment. */
    private static Instant again(Instant dueAt, Instant now) {
        Instant soon = now.plus(FIRST_PAUSE);
        return dueAt.isAfter(soon) && !dueAt.isAfter(now.plus(LEASE)) ? soon : dueAt;
    }

    /**
     * One that cannot be kept now comes up again when its claim has ended.
     *
     * @return when those behind it come up again; empty when it has come to its end
     */
    private Optional<Instant> take(NotificationId id, Instant now) {
        Instant until = now.plus(LEASE);
        try {
            Optional<Notification> claimed = notifications.claim(id, now, until);
            return claimed.isEmpty() ? Optional.of(again(until, now)) : send(claimed.get(), until);
        } catch (RuntimeException unkept) {
            tell(id, unkept);
            return Optional.of(until);
        }
    }

    private Optional<Instant> send(Notification notification, Instant until) {
        Notification next;
        try {
            Optional<OrderContact> contact =
                    contacts.ofOrder(notification.topic().orderId());
            next = contact.isEmpty()
                    ? notification.in(new Delivery.Failed("ORDER_UNKNOWN"))
                    : sent(notification, Letters.write(notification.topic(), contact.get()));
        } catch (RuntimeException failed) {
            tell(notification.id(), failed);
            next = later(notification);
        }
        if (!notifications.save(next, until)) {
            log.log(System.Logger.Level.DEBUG, "notification {0} is somebody else''s by now", notification.id());
            return Optional.of(until);
        }
        return next.delivery() instanceof Delivery.Queued queued ? Optional.of(queued.dueAt()) : Optional.empty();
    }

    /** Mail servers name whom they refuse, so only the kind of failure is logged. */
    private static void tell(NotificationId id, RuntimeException failed) {
        String kind = failed.getClass().getSimpleName();
        log.log(System.Logger.Level.WARNING, "notification {0} could not be sent: {1}", id, kind);
    }

    private Notification sent(Notification notification, Letter letter) {
        if (!transport.isThere()) {
            return notification.ended(new Delivery.Suppressed("NO_TRANSPORT"), letter);
        }
        return switch (transport.send(notification.id(), letter)) {
            case TAKEN -> notification.ended(new Delivery.Sent(clock.instant()), letter);
            case REFUSED -> notification.ended(new Delivery.Failed("REFUSED"), letter);
        };
    }

    private Notification later(Notification notification) {
        Instant now = clock.instant();
        if (now.isAfter(notification.topic().at().plus(PATIENCE))) {
            return notification.in(new Delivery.Failed("TOO_LATE"));
        }
        int tries = notification.delivery() instanceof Delivery.Queued queued ? queued.attempts() : 0;
        long pause = FIRST_PAUSE.toSeconds() << Math.min(tries, 6);
        return notification.in(
                new Delivery.Queued(tries + 1, now.plusSeconds(Math.min(pause, LONGEST_PAUSE.toSeconds()))));
    }
}
