package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class MetersTest {
    @Test
    void steps_that_end_unknown_are_counted_from_zero_on() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        assertThat(new OrderMeters(registry, Clock.systemUTC())).isNotNull();
        assertThat(new ReturnMeters(registry)).isNotNull();
        assertThat(registry.get("niaga.orders.steps.unknown").counters())
                .extracting(counter -> counter.getId().getTag("step"))
                .contains("RELEASE", "CHANGE_ADDRESS", "RETURN_RESTOCK", "RETURN_REFUND");
    }
}
