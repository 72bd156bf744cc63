package io.niaga.users.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.NiagaIT;
import io.niaga.types.TypeId;
import io.niaga.users.notification.Delivery;
import io.niaga.users.notification.DeliveryState;
import io.niaga.users.notification.Notification;
import io.niaga.users.notification.NotificationId;
import io.niaga.users.notification.NotificationKind;
import io.niaga.users.notification.Notifications;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class MongoNotificationsIT {
    /** So late that the service itself does not send it meanwhile. */
    private static final Instant NOW = Instant.parse("2126-11-24T08:00:00Z");

    @Autowired
    Notifications notifications;

    private final String order = new TypeId("ord", UUID.randomUUID()).toString();

    private Delivery delivery() {
        return notifications.ofOrder(order).getFirst().delivery();
    }

    private static Notification in(Delivery delivery, Notification of) {
        return new Notification(of.id(), of.topic(), delivery, null, null);
    }

    @Test
    void who_outlived_a_claim_does_not_undo_what_the_next_one_did() {
        Notification queued =
                Notification.about(new Notification.Topic(order, "sto_1", NotificationKind.ORDER_CONFIRMED, null, NOW));
        notifications.add(queued);
        NotificationId id = queued.id();
        Instant first = NOW.plusSeconds(60);
        Instant second = NOW.plusSeconds(120);
        Notification slow = notifications.claim(id, NOW, first).orElseThrow();
        assertThat(notifications.claim(id, NOW, first)).isEmpty();
        Notification quick = notifications.claim(id, first, second).orElseThrow();
        Delivery again = new Delivery.Queued(1, NOW);
        assertThat(notifications.save(in(again, slow), first)).isFalse();
        assertThat(delivery()).isEqualTo(new Delivery.Queued(0, second));
        assertThat(notifications.save(in(new Delivery.Sent(first), quick), second))
                .isTrue();
        assertThat(notifications.save(in(again, slow), first)).isFalse();
        assertThat(delivery()).isEqualTo(new Delivery.Sent(first));
    }

    @Test
    void those_of_an_order_that_wait_come_as_its_news_did_whenever_they_are_due() {
        for (int i = 3; i > 0; i--) {
            Notification news = Notification.about(
                    new Notification.Topic(order, "sto_1", NotificationKind.values()[i], null, NOW.plusSeconds(i)));
            notifications.add(in(i == 1 ? new Delivery.Sent(NOW) : new Delivery.Queued(i, NOW.minusSeconds(i)), news));
        }
        assertThat(notifications.waiting(order))
                .extracting(Notifications.Waiting::dueAt)
                .containsExactly(NOW.minusSeconds(2), NOW.minusSeconds(3));
        assertThat(notifications.due(NOW, 100).stream().filter(order::equals)).hasSize(2);
    }

    @Test
    void a_store_finds_what_failed_among_all_that_was_sent() {
        String store = new TypeId("sto", UUID.randomUUID()).toString();
        for (NotificationKind kind : List.of(NotificationKind.ORDER_CONFIRMED, NotificationKind.ORDER_SHIPPED)) {
            Notification sent = Notification.about(new Notification.Topic(order, store, kind, null, NOW));
            notifications.add(in(new Delivery.Sent(NOW), sent));
        }
        Notification first = failed(store, "ord_1");
        Notification second = failed(store, "ord_2");
        failed("sto_other", "ord_3");
        var failed = new Notifications.Listed(store, DeliveryState.FAILED);
        var page = notifications.ofStore(failed, 1, null);
        assertThat(page.items()).extracting(Notification::id).containsExactly(second.id());
        assertThat(notifications.ofStore(failed, 1, page.nextCursor()).items())
                .extracting(Notification::id)
                .containsExactly(first.id());
        assertThat(notifications
                        .ofStore(new Notifications.Listed(store, null), 10, null)
                        .items())
                .hasSize(4);
    }

    private Notification failed(String store, String about) {
        Instant at = NOW.plusSeconds(about.charAt(about.length() - 1));
        Notification failed = in(
                new Delivery.Failed("REFUSED"),
                Notification.about(
                        new Notification.Topic(about + order, store, NotificationKind.ORDER_CONFIRMED, null, at)));
        notifications.add(failed);
        return failed;
    }

    @Test
    void the_oldest_that_waits_is_the_oldest_news_not_the_first_that_is_due() {
        Instant old = Instant.parse("1970-03-01T00:00:00Z");
        Notification waiting =
                Notification.about(new Notification.Topic(order, "sto_1", NotificationKind.ORDER_CONFIRMED, null, old));
        notifications.add(in(new Delivery.Queued(3, NOW.plusSeconds(1000)), waiting));
        notifications.add(in(
                new Delivery.Queued(0, NOW),
                Notification.about(new Notification.Topic(
                        order, "sto_1", NotificationKind.ORDER_SHIPPED, null, old.plusSeconds(1)))));
        assertThat(notifications.oldestWaiting()).contains(old);
        Notification claimed = notifications
                .claim(waiting.id(), NOW.plusSeconds(1000), NOW.plusSeconds(2000))
                .orElseThrow();
        assertThat(notifications.oldestWaiting()).contains(old);
        notifications.save(in(new Delivery.Sent(NOW), claimed), NOW.plusSeconds(2000));
        assertThat(notifications.oldestWaiting()).contains(old.plusSeconds(1));
    }
}
