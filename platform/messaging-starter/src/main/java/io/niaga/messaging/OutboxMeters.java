package io.niaga.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What operations see of the outbox; an old oldest age is the alarm. */
final class OutboxMeters {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Leases.Waiting> waiting = new ConcurrentHashMap<>();
    final Counter published;
    final Counter failures;
    final Counter overtaken;
    final Counter full;

    OutboxMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        published = counter("published", "Events that the broker has acknowledged");
        failures = counter("publish.failures", "Times the broker did not take an event; it is told later");
        overtaken = counter("overtaken", "Times somebody else had told an aggregate's events meanwhile");
        full = counter("full", "Writes refused because an aggregate has too much that is still to be told");
    }

    private Counter counter(String what, String meaning) {
        return Counter.builder("niaga.outbox." + what).description(meaning).register(registry);
    }

    void watch(String collection) {
        waiting.put(collection, new Leases.Waiting(0, null));
        Gauge.builder("niaga.outbox.pending", () -> seen(collection).aggregates())
                .description("aggregates with something still to be told")
                .tag("collection", collection)
                .register(registry);
        Gauge.builder("niaga.outbox.oldest.age", () -> age(collection).toMillis() / 1000.0)
                .description("how long the oldest event waits")
                .baseUnit("seconds")
                .tag("collection", collection)
                .register(registry);
    }

    void saw(String collection, Leases.Waiting now) {
        waiting.put(collection, now);
    }

    private Leases.Waiting seen(String collection) {
        return waiting.getOrDefault(collection, new Leases.Waiting(0, null));
    }

    private Duration age(String collection) {
        Leases.Waiting seen = seen(collection);
        return seen.oldest() == null ? Duration.ZERO : Duration.between(seen.oldest(), clock.instant());
    }
}
