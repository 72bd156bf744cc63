package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The starter as a service has it, on a real broker. */
class RoundTripIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final String topic = TestBroker.topic();
    private final Messaging.Notes notes = new Messaging.Notes();

    private Subscription.Builder facts() {
        return Subscription.to(topic).as("g-" + topic);
    }

    private List<Outgoing> fact(String id, int n) {
        return List.of(Outgoing.to(topic, Fact.TYPE, new Fact(id, n)));
    }

    private void tell(OutboxCollection things, String id, int count) {
        things.insert(new Document("_id", id), fact(id, 1));
        for (int n = 2; n <= count; n++) {
            Document loaded = things.findById(id);
            assertThat(things.update(id, OutboxCollection.revision(loaded), Updates.set("n", n), fact(id, n)))
                    .isTrue();
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void what_is_written_is_heard_in_order_with_its_envelope() {
        Subscription all = facts().on(Fact.TYPE, Fact.class, notes).build();
        try (Messaging service = new Messaging(TestBroker.servers(), all)) {
            OutboxCollection orders = service.collection("orders");
            tell(orders, "ord_1", 20);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(notes.sequences("ord_1")).isEqualTo(upTo(20)));
            Envelope first = notes.of("ord_1").getFirst();
            assertThat(first.id()).isEqualTo(EnvelopeCodec.eventId("/messaging-test/orders", "ord_1", 1));
            assertThat(first.source()).isEqualTo("/messaging-test/orders");
            await().untilAsserted(() -> assertThat(
                            orders.raw().find(new Document("_id", "ord_1")).first())
                    .containsEntry("version", 20L)
                    .doesNotContainKeys("outboxDue", "outboxLease"));
        }
    }

    @Test
    void where_nobody_waits_events_come_together() throws InterruptedException {
        List<Integer> polls = new CopyOnWriteArrayList<>();
        AtomicInteger heard = new AtomicInteger();
        Subscription projection = facts().on(Fact.TYPE, Fact.class)
                .batch(events -> {
                    polls.add(events.size());
                    heard.addAndGet(events.size());
                })
                .gathering()
                .build();
        try (Messaging service = new Messaging(TestBroker.servers(), projection)) {
            OutboxCollection things = service.collection("things");
            tell(things, "first", 1);
            await().atMost(SOON).untilAtomic(heard, is(1));
            long begun = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                tell(things, "k" + i, 1);
                Thread.sleep(10);
            }
            int halfSeconds = (int) ((System.nanoTime() - begun) / 500_000_000);
            await().atMost(SOON).untilAtomic(heard, is(41));
            assertThat(polls).as("events by poll").hasSizeLessThan(10 + halfSeconds);
        }
    }

    @Test
    void while_something_is_away_events_wait_in_order_and_then_go_on() {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger refused = new AtomicInteger();
        Subscription patient = facts().on(Fact.TYPE, Fact.class, (fact, envelope) -> {
                    if (away.get()) {
                        refused.incrementAndGet();
                        throw new DependencyDown("away", new IllegalStateException());
                    }
                    notes.receive(fact, envelope);
                })
                .build();
        try (Messaging service = new Messaging(TestBroker.servers(), patient)) {
            OutboxCollection things = service.collection("things");
            for (int i = 0; i < 5; i++) {
                tell(things, "k" + i, 10);
            }
            await().atMost(SOON).until(() -> refused.get() >= 3);
            assertThat(notes.size()).isZero();
            away.set(false);
            for (int i = 0; i < 5; i++) {
                String key = "k" + i;
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(notes.sequences(key)).isEqualTo(upTo(10)));
            }
            assertThat(service.dead().count(patient.group())).isZero();
        }
    }

    @Test
    void a_poisoned_event_parks_its_key_until_the_redrive_and_others_go_on() {
        AtomicBoolean bug = new AtomicBoolean(true);
        Subscription careful = facts().on(Fact.TYPE, Fact.class, (fact, envelope) -> {
                    if (bug.get() && fact.id().equals("bad") && fact.n() == 3) {
                        throw new IllegalStateException("a bug");
                    }
                    notes.receive(fact, envelope);
                })
                .inOrder()
                .build();
        try (Messaging service = new Messaging(TestBroker.servers(), careful)) {
            OutboxCollection things = service.collection("things");
            tell(things, "bad", 8);
            tell(things, "good", 8);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(notes.sequences("good")).isEqualTo(upTo(8)));
            await().atMost(SOON).until(() -> service.dead().count(careful.group()) == 6);
            assertThat(notes.sequences("bad")).isEqualTo(upTo(2));
            bug.set(false);
            assertThat(service.dead().redrive(careful.group())).isEqualTo(6);
            assertThat(notes.sequences("bad")).isEqualTo(upTo(8));
        }
    }

    @Test
    void a_service_that_was_away_hears_everything_when_it_is_back() {
        Subscription all = facts().on(Fact.TYPE, Fact.class, notes).build();
        try (Messaging teller = new Messaging(TestBroker.servers())) {
            OutboxCollection things = teller.collection("things");
            tell(things, "a", 3);
            try (Messaging first = new Messaging(TestBroker.servers(), all)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(notes.sequences("a")).isEqualTo(upTo(3)));
            }
            tell(things, "b", 3);
            try (Messaging again = new Messaging(TestBroker.servers(), all)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(notes.sequences("b")).isEqualTo(upTo(3)));
            }
            assertThat(notes.sequences("a")).as("offsets were committed").isEqualTo(upTo(3));
        }
    }
}
