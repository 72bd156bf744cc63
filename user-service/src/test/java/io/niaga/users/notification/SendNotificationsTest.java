package io.niaga.users.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.niaga.types.Money;
import io.niaga.types.Page;
import io.niaga.users.notification.smtp.SmtpTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendNotificationsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final OrderContact BUDI = new OrderContact(
            "N-1",
            "Toko \r\nBcc: evil@example.com",
            "id",
            "budi@example.com",
            "Budi {0}",
            List.of(new OrderContact.Line("Kemeja", 2, Money.of("498000.00", "IDR"))),
            Money.of("518000.00", "IDR"),
            "v1.code",
            null);
    private final Map<NotificationId, Notification> kept = new ConcurrentHashMap<>();
    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void a_letter_reaches_the_mail_server_once() throws Exception {
        mail.start();
        run(new SmtpTransport("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "shop@niaga.example"), NOW);
        run(new SmtpTransport("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "shop@niaga.example"), NOW);
        assertThat(mail.getReceivedMessages()).hasSize(1);
        var message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Pesanan N-1 dikonfirmasi");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getContent().toString()).contains("Budi {0}", "2 × Kemeja", "518000.00 IDR");
        assertThat(delivery()).isEqualTo(new Delivery.Sent(NOW));
    }

    @Test
    void a_letter_that_cannot_be_sent_waits_longer_and_longer_and_is_sent_in_the_end() {
        mail.start();
        SmtpTransport there =
                new SmtpTransport("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "shop@niaga.example");
        SmtpTransport away = new SmtpTransport("smtp://127.0.0.1:1", "shop@niaga.example");
        Contacts silent = order -> {
            throw new IllegalStateException("order-service is away");
        };
        List<Long> pauses = new ArrayList<>();
        Instant now = NOW;
        for (int i = 0; i < 10; i++) {
            run(i % 2 == 0 ? there : away, i % 2 == 0 ? silent : order -> Optional.of(BUDI), now);
            Instant due = ((Delivery.Queued) delivery()).dueAt();
            pauses.add(Duration.between(now, due).toSeconds());
            now = due;
        }
        assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L, 600L);
        run(there, now);
        assertThat(delivery()).isEqualTo(new Delivery.Sent(now));
    }

    @Test
    void a_letter_is_given_up_when_it_is_no_news_any_more() {
        SmtpTransport away = new SmtpTransport("smtp://127.0.0.1:1", "shop@niaga.example");
        Instant now = NOW;
        while (delivery(now, away) instanceof Delivery.Queued queued) {
            now = queued.dueAt();
        }
        assertThat(delivery()).isEqualTo(new Delivery.Failed("TOO_LATE"));
        assertThat(Duration.between(NOW, now))
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(10));
    }

    private Delivery delivery(Instant now, Transport transport) {
        run(transport, now);
        return delivery();
    }

    @Test
    void what_a_server_refused_for_good_is_not_offered_again() {
        AtomicInteger offered = new AtomicInteger();
        Transport refusing = new Transport() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public Answer send(NotificationId id, Letter letter) {
                offered.incrementAndGet();
                return Answer.REFUSED;
            }
        };
        run(refusing, NOW);
        run(refusing, NOW.plusSeconds(3600));
        assertThat(delivery()).isEqualTo(new Delivery.Failed("REFUSED"));
        assertThat(offered).hasValue(1);
    }

    /** Takes the first eight letters only together. */
    private static final class EightAtOnce implements Transport {
        private final CountDownLatch eight = new CountDownLatch(8);
        private final AtomicInteger sending = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public Answer send(NotificationId id, Letter letter) {
            most.accumulateAndGet(sending.incrementAndGet(), Math::max);
            eight.countDown();
            try {
                if (!eight.await(5, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("alone");
                }
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } finally {
                sending.decrementAndGet();
            }
            return Answer.TAKEN;
        }
    }

    @Test
    void all_that_is_due_is_sent_in_one_go_some_at_the_same_time() {
        for (int i = 0; i < 130; i++) {
            new InMemory().add(news("ord_" + (i + 2)));
        }
        EightAtOnce server = new EightAtOnce();
        run(server, NOW);
        assertThat(kept.values())
                .hasSize(131)
                .extracting(Notification::delivery)
                .containsOnly(new Delivery.Sent(NOW));
        assertThat(server.most).hasValue(8);
    }

    @Test
    void letters_of_one_order_go_one_after_the_other_as_its_news_came() {
        List<NotificationId> told = new ArrayList<>();
        for (NotificationKind kind : NotificationKind.values()) {
            Notification.Topic topic = new Notification.Topic(
                    "ord_1", "sto_1", kind, null, NOW.minusSeconds(100).plusSeconds(kind.ordinal()));
            Notification letter = Notification.about(topic);
            new InMemory().add(letter);
            told.add(letter.id());
        }
        List<NotificationId> sent = Collections.synchronizedList(new ArrayList<>());
        Transport slow = new Transport() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public Answer send(NotificationId id, Letter letter) {
                int before = sent.size();
                LockSupport.parkNanos(5_000_000);
                assertThat(sent).hasSize(before);
                sent.add(id);
                return Answer.TAKEN;
            }
        };
        new SendNotifications(new InMemory(), order -> Optional.of(BUDI), slow, Clock.fixed(NOW, ZoneOffset.UTC))
                .sendDue();
        assertThat(sent).containsExactlyElementsOf(told);
    }

    /** Takes every letter. */
    private static final class Recorded implements Transport {
        private final List<NotificationId> taken = Collections.synchronizedList(new ArrayList<>());

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public Answer send(NotificationId id, Letter letter) {
            taken.add(id);
            return Answer.TAKEN;
        }
    }

    @Test
    void a_newer_letter_waits_behind_an_older_one_of_its_order_and_no_longer() {
        Notification placed = told(NotificationKind.ORDER_PLACED, 2, new Delivery.Queued(6, NOW.plusSeconds(540)));
        Notification cancelled = told(NotificationKind.ORDER_CANCELLED, 1, new Delivery.Queued(1, NOW));
        Recorded server = new Recorded();
        sendDue(server, NOW);
        sendDue(server, NOW.plusSeconds(539));
        assertThat(server.taken).isEmpty();
        sendDue(new SmtpTransport("smtp://127.0.0.1:1", "shop@niaga.example"), NOW.plusSeconds(540));
        assertThat(state(cancelled)).isEqualTo(new Delivery.Queued(1, NOW.plusSeconds(1140)));
        sendDue(server, NOW.plusSeconds(1140));
        assertThat(server.taken).containsExactly(placed.id(), cancelled.id());
    }

    @Test
    void a_letter_behind_one_that_somebody_else_is_sending_is_looked_after_soon() {
        Notification placed = told(NotificationKind.ORDER_PLACED, 2, new Delivery.Queued(0, NOW.plusSeconds(60)));
        Notification cancelled = told(NotificationKind.ORDER_CANCELLED, 1, new Delivery.Queued(0, NOW));
        Recorded server = new Recorded();
        sendDue(server, NOW);
        assertThat(server.taken).isEmpty();
        kept.put(placed.id(), placed.in(new Delivery.Failed("REFUSED")));
        sendDue(server, NOW.plusSeconds(10));
        assertThat(server.taken).containsExactly(cancelled.id());
    }

    private Notification told(NotificationKind kind, int secondsAgo, Delivery delivery) {
        Notification letter = Notification.about(
                        new Notification.Topic("ord_1", "sto_1", kind, null, NOW.minusSeconds(secondsAgo)))
                .in(delivery);
        new InMemory().add(letter);
        return letter;
    }

    private Delivery state(Notification letter) {
        return Objects.requireNonNull(kept.get(letter.id())).delivery();
    }

    private void sendDue(Transport transport, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new SendNotifications(new InMemory(), order -> Optional.of(BUDI), transport, clock).sendDue();
    }

    private static Notification news(String order) {
        return Notification.about(new Notification.Topic(order, "sto_1", NotificationKind.ORDER_CONFIRMED, null, NOW));
    }

    private Delivery delivery() {
        return kept.values().iterator().next().delivery();
    }

    private void run(Transport transport, Instant now) {
        run(transport, order -> Optional.of(BUDI), now);
    }

    private void run(Transport transport, Contacts contacts, Instant now) {
        InMemory notifications = new InMemory();
        notifications.add(news("ord_1"));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new SendNotifications(notifications, contacts, transport, clock).sendDue();
    }

    private final class InMemory implements Notifications {
        @Override
        public void add(Notification notification) {
            kept.putIfAbsent(notification.id(), notification);
        }

        @Override
        public List<String> due(Instant now, int limit) {
            return kept.values().stream()
                    .filter(n -> n.delivery() instanceof Delivery.Queued q
                            && !q.dueAt().isAfter(now))
                    .sorted(Comparator.comparing(n -> ((Delivery.Queued) n.delivery()).dueAt()))
                    .limit(limit)
                    .map(n -> n.topic().orderId())
                    .toList();
        }

        @Override
        public List<Waiting> waiting(String orderId) {
            return kept.values().stream()
                    .filter(n -> n.topic().orderId().equals(orderId) && n.delivery() instanceof Delivery.Queued)
                    .sorted(Comparator.comparing(n -> n.topic().at()))
                    .map(n -> new Waiting(n.id(), ((Delivery.Queued) n.delivery()).dueAt()))
                    .toList();
        }

        @Override
        public Optional<Instant> oldestWaiting() {
            throw new UnsupportedOperationException("operations look at it");
        }

        @Override
        public Optional<Notification> claim(NotificationId id, Instant now, Instant until) {
            Notification claimed = kept.computeIfPresent(
                    id,
                    (_, n) -> n.delivery() instanceof Delivery.Queued q
                                    && !q.dueAt().isAfter(now)
                            ? n.in(new Delivery.Queued(q.attempts(), until))
                            : n);
            return Optional.ofNullable(claimed)
                    .filter(n -> n.delivery() instanceof Delivery.Queued q
                            && q.dueAt().equals(until));
        }

        @Override
        public boolean save(Notification notification, Instant claimedUntil) {
            boolean claimed =
                    Objects.requireNonNull(kept.get(notification.id())).delivery() instanceof Delivery.Queued q
                            && q.dueAt().equals(claimedUntil);
            if (claimed) {
                kept.put(notification.id(), notification);
            }
            return claimed;
        }

        @Override
        public List<Notification> ofOrder(String orderId) {
            return List.copyOf(kept.values());
        }

        @Override
        public Page<Notification> ofStore(Listed wanted, int limit, String after) {
            return new Page<>(List.copyOf(kept.values()), null);
        }
    }
}
