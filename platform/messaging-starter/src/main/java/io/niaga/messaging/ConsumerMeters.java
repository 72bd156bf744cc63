package io.niaga.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/** What operations see of one subscription, besides the lag that the Kafka client itself measures. */
final class ConsumerMeters {
    private final MeterRegistry registry;
    private final Clock clock;
    private final String group;
    private final Timer delay;
    final Counter backOffs;

    ConsumerMeters(MeterRegistry registry, Clock clock, String group) {
        this.registry = registry;
        this.clock = clock;
        this.group = group;
        delay = Timer.builder("niaga.events.delay")
                .description("from the write that told an event to its effect here")
                .tag("group", group)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        backOffs = Counter.builder("niaga.events.backoffs")
                .description("Times an event was left for a moment because something that is needed did not answer")
                .tag("group", group)
                .register(registry);
        // There from the start: a rise needs a zero to rise from.
        Arrays.stream(DeadLetter.Reason.values()).forEach(this::added);
    }

    void received(Envelope envelope) {
        Duration taken = Duration.between(envelope.time(), clock.instant());
        delay.record(taken.isNegative() ? Duration.ZERO : taken);
    }

    void buried(DeadLetter.Reason reason, boolean isNew) {
        if (isNew) {
            added(reason).increment();
        }
    }

    private Counter added(DeadLetter.Reason reason) {
        return Counter.builder("niaga.deadletters.added")
                .description("Records that could not be received")
                .tag("group", group)
                .tag("reason", reason.name())
                .register(registry);
    }

    void parked(boolean isNew) {
        buried(DeadLetter.Reason.PARKED, isNew);
    }

    void watchOpen(ToLongFunction<String> open) {
        Gauge.builder("niaga.deadletters.open", () -> open.applyAsLong(group))
                .description("records that wait for a redrive")
                .tag("group", group)
                .register(registry);
    }
}
