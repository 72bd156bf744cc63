package io.niaga.users.notification;

import io.niaga.types.Money;
import io.niaga.types.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real letter in every state, and everything that can happen to it. */
public final class NotificationMachine {
    public static final List<String> STATES = List.of("QUEUED", "SENT", "FAILED", "SUPPRESSED");
    public static final List<String> MOVES = List.of(
            "the server takes it",
            "the server is away",
            "the server is away for the sixth time",
            "there is no server",
            "the order is unknown",
            "the order cannot be asked for",
            "the same news");
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Notification.Topic NEWS =
            new Notification.Topic("ord_1", "sto_1", NotificationKind.ORDER_PLACED, null, NOW);
    private static final OrderContact BUDI =
            new OrderContact("N-1", "Toko", "id", "budi@example.com", "Budi", List.of(), Money.of("1.00", "IDR"));

    private NotificationMachine() {}

    public static String outcome(String state, String move) {
        boolean tried = move.endsWith("sixth time");
        One letter = new One(Notification.about(NEWS).in(delivery(state, tried ? 5 : 0)));
        switch (move) {
            case "the server takes it" -> send(letter, BUDI, new Server(true, false));
            case "the server is away", "the server is away for the sixth time" ->
                send(letter, BUDI, new Server(true, true));
            case "there is no server" -> send(letter, BUDI, new Server(false, false));
            case "the order is unknown" -> send(letter, (OrderContact) null, new Server(true, false));
            case "the order cannot be asked for" ->
                send(
                        letter,
                        order -> {
                            throw new IllegalStateException("away");
                        },
                        new Server(true, false));
            case "the same news" -> letter.add(Notification.about(NEWS));
            default -> throw new IllegalArgumentException(move);
        }
        return name(Objects.requireNonNull(letter.kept).delivery());
    }

    private static void send(One letter, @Nullable OrderContact contact, Server server) {
        send(letter, order -> Optional.ofNullable(contact), server);
    }

    private static void send(One letter, Contacts contacts, Server server) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        new SendNotifications(letter, contacts, server, clock).sendDue();
    }

    private static Delivery delivery(String state, int attempts) {
        return switch (state) {
            case "QUEUED" -> new Delivery.Queued(attempts, NOW);
            case "SENT" -> new Delivery.Sent(NOW);
            case "FAILED" -> new Delivery.Failed("NOT_TAKEN");
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

    /** A mail server that is there or not, and takes letters or not. */
    private record Server(boolean isThere, boolean away) implements Transport {
        @Override
        public void send(NotificationId id, Letter letter) {
            if (away) {
                throw new IllegalStateException("away");
            }
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
        public Map<String, List<NotificationId>> due(Instant now, int limit) {
            return kept.delivery() instanceof Delivery.Queued queued
                            && !queued.dueAt().isAfter(now)
                    ? Map.of(kept.topic().orderId(), List.of(kept.id()))
                    : Map.of();
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
        public Page<Notification> ofStore(String storeId, int limit, @Nullable String after) {
            return new Page<>(List.of(kept), null);
        }
    }
}
