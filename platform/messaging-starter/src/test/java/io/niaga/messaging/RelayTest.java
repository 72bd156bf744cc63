package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private final FakeAggregate aggregate = new FakeAggregate();
    private final FakeTime time = new FakeTime();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger trouble = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final OutboxMeters meters = new OutboxMeters(new SimpleMeterRegistry(), Clock.systemUTC());
    private final Relay relay = new Relay(
            (source, key, event) -> {
                if (away.get()) {
                    throw new DeliveryFailed("away", null, true);
                }
            },
            time,
            new MessagingProperties.OutboxKnobs(
                    Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5), 1, 1),
            meters);

    @AfterEach
    void close() {
        gate.countDown();
        relay.close();
    }

    @Test
    void during_an_outage_writers_leave_their_events_to_the_safety_net() {
        relay.onTrouble(trouble::incrementAndGet);
        away.set(true);
        Backlog backlog = aggregate.push(1);
        relay.publish(aggregate, aggregate.lease(time.instant().plusSeconds(30)), backlog);
        await().until(relay::suspended);
        await().until(() -> trouble.get() > 0);
        assertThat(relay.leaseFor("agg")).isEmpty();
        assertThat(meters.failures.count()).isEqualTo(1);
    }

    @Test
    void one_delivery_ends_the_outage() {
        away.set(true);
        aggregate.push(1);
        relay.probe(aggregate, "agg");
        assertThat(relay.suspended()).isTrue();
        away.set(false);
        time.pass(Duration.ofSeconds(2));
        relay.probe(aggregate, "agg");
        assertThat(relay.suspended()).isFalse();
        assertThat(relay.leaseFor("agg")).isPresent();
        assertThat(aggregate.waiting).isEmpty();
    }

    @Test
    void a_failure_while_others_get_through_is_no_outage() {
        Relay mixed = new Relay(
                new Courier() {
                    @Override
                    public void deliver(String source, String key, Pending event) throws DeliveryFailed {
                        if (event.seq() == 2) {
                            throw new DeliveryFailed("no such topic", null, true);
                        }
                    }
                },
                time,
                new MessagingProperties.OutboxKnobs(
                        Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5), 1, 1),
                meters);
        aggregate.push(2);
        mixed.probe(aggregate, "agg");
        assertThat(mixed.suspended()).isFalse();
        mixed.close();
    }

    @Test
    void a_writer_gets_no_lease_while_the_queue_is_full() {
        Relay busy = new Relay(
                (source, key, event) -> await().until(() -> gate.getCount() == 0),
                time,
                new MessagingProperties.OutboxKnobs(
                        Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5), 1, 1),
                meters);
        Backlog backlog = aggregate.push(1);
        busy.publish(aggregate, aggregate.lease(time.instant().plusSeconds(30)), backlog);
        assertThat(busy.leaseFor("other")).isEmpty();
        gate.countDown();
        await().until(() -> busy.leaseFor("other").isPresent());
        busy.close();
    }
}
