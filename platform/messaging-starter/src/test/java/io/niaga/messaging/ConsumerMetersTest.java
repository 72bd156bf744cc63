package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ConsumerMetersTest {
    @Test
    void what_could_not_be_received_is_counted_from_zero_on() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ConsumerMeters meters = new ConsumerMeters(registry, Clock.systemUTC(), "order-payments");
        assertThat(registry.get("niaga.deadletters.added").counters())
                .hasSameSizeAs(DeadLetter.Reason.values())
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
        meters.buried(DeadLetter.Reason.FAILED, true);
        meters.buried(DeadLetter.Reason.FAILED, false);
        assertThat(registry.get("niaga.deadletters.added").counters())
                .extracting(Counter::count)
                .containsExactlyInAnyOrder(0.0, 0.0, 0.0, 1.0);
    }
}
