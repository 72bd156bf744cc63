package io.niaga.users.notification;

import io.niaga.types.Money;
import io.niaga.types.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real letter in every state, and everything that can happen to it. */
public final class NotificationMachine {
    public static final List<String> STATES = List.of("QUEUED", "SENT", "FAILED", "SUPPRESSED");
    public static final List<String> MOVES = List.of(
            "the server takes it",
            "the server is away",
            "the server is away for three days",
            "the server refuses it",
            "there is no server",
            "the order is unknown",
            "the order cannot be asked for",
            "the same news");
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Notification.Topic NEWS =
            new Notification.Topic("ord_1", "sto_1", NotificationKind.ORDER_PLACED, null, NOW);
    private static final OrderContact BUDI = new OrderContact(
            "N-1", "Toko", "id", "budi@example.com", "Budi", List.of(), Money.of("1.00", "IDR"), "v1.code", null);

    private static final Server TAKING = new Server(true, Transport.Answer.TAKEN);
    private static final Server AWAY = new Server(true, null);

    private NotificationMachine() {}

    public static String outcome(String state, String move) {
        One letter = new One(Notification.about(NEWS).in(delivery(state)));
        switch (move) {
            case "the server takes it" -> send(letter, BUDI, TAKING, NOW);
            case "the server is away" -> send(letter, BUDI, AWAY, NOW);
            case "the server is away for three days" ->
                send(letter, BUDI, AWAY, NOW.plus(Duration.ofDays(3)).plusSeconds(1));
            case "the server refuses it" -> send(letter, BUDI, new Server(true, Transport.Answer.REFUSED), NOW);
            case "there is no server" -> send(letter, BUDI, new Server(false, null), NOW);
            case "the order is unknown" -> send(letter, (OrderContact) null, TAKING, NOW);
            case "the order cannot be asked for" ->
                send(
                        letter,
                        order -> {
                            throw new IllegalStateException("away");
                        },
                        TAKING,
                        NOW);
            case "the same news" -> letter.add(Notification.about(NEWS));
            default -> throw new IllegalArgumentException(move);
        }
        return name(Objects.requireNonNull(letter.kept).delivery());
    }

    private static void send(One letter, @Nullable OrderContact contact, Server server, Instant now) {
        send(letter, order -> Optional.ofNullable(contact), server, now);
    }

    private static void send(One letter, Contacts contacts, Server server, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new SendNotifications(letter, contacts, server, clock).sendDue();
    }

    private static Delivery delivery(String state) {
        return switch (state) {
            case "QUEUED" -> new Delivery.Queued(0, NOW);
            case "SENT" -> new Delivery.Sent(NOW);
            case "FAILED" -> new Delivery.Failed("REFUSED");
            case "SUPPRESSED" -> new Delivery.Suppressed("NO_TRANSPORT");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static String name(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Queued _ -> "QUEUED";
            case Delivery.Sent _ -> "SENT";
            case Delivery.Failed _ -> "FAILED";
            case Delivery.Suppressed _ -> "SUPPRESSED";
        };
    }

    /** A mail server that is there or not, and answers or does not. */
    private record Server(boolean isThere, @Nullable Answer answer) implements Transport {
        @Override
        public Answer send(NotificationId id, Letter letter) {
            if (answer == null) {
                throw new IllegalStateException("away");
            }
            return answer;
        }
    }

    /** Keeps one letter. */
    private static final class One implements Notifications {
        private Notification kept;

        One(Notification kept) {
            this.kept = kept;
        }

        @Override
        public void add(Notification notification) {
            if (!kept.id().equals(notification.id())) {
                kept = notification;
            }
        }

        @Override
        public List<String> due(Instant now, int limit) {
            return kept.delivery() instanceof Delivery.Queued queued
                            && !queued.dueAt().isAfter(now)
                    ? List.of(kept.topic().orderId())
                    : List.of();
        }

        @Override
        public List<Waiting> waiting(String orderId) {
            return kept.delivery() instanceof Delivery.Queued queued
                    ? List.of(new Waiting(kept.id(), queued.dueAt()))
                    : List.of();
        }

        @Override
        public Optional<Instant> oldestWaiting() {
            throw new UnsupportedOperationException("operations look at it");
        }

        @Override
        public Optional<Notification> claim(NotificationId id, Instant now, Instant until) {
            return Optional.of(kept);
        }

        @Override
        public boolean save(Notification notification, Instant claimedUntil) {
            kept = notification;
            return true;
        }

        @Override
        public List<Notification> ofOrder(String orderId) {
            return List.of(kept);
        }

        @Override
        public Page<Notification> ofStore(Listed wanted, int limit, @Nullable String after) {
            return new Page<>(List.of(kept), null);
        }
    }
}
