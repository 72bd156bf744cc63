package io.niaga.search.index.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.niaga.messaging.Envelope;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operations see of the feed. */
final class FeedMeters {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer delay;
    private final Counter rebuilds;

    FeedMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.delay = Timer.builder("niaga.search.freshness")
                .description("from the write that told a change to its place in the index")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.rebuilds = Counter.builder("niaga.search.rebuilds")
                .description("Times the index was built anew")
                .register(registry);
    }

    void applied(Envelope envelope) {
        Duration taken = Duration.between(envelope.time(), clock.instant());
        delay.record(taken.isNegative() ? Duration.ZERO : taken);
        records("applied").increment();
    }

    void count(String outcome) {
        records(outcome).increment();
    }

    /** Skipped: a state topic brings the next state anyway, and a rebuild reads all of it again. */
    void skipped(String outcome, ConsumerRecord<String, byte[]> in, String reason) {
        records(outcome).increment();
        LOG.warn("{} record skipped: {}-{} at {}: {}", outcome, in.topic(), in.partition(), in.offset(), reason);
    }

    void rebuilt() {
        rebuilds.increment();
    }

    private Counter records(String outcome) {
        return Counter.builder("niaga.search.records")
                .description("Records of the topics by what the index did with them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
