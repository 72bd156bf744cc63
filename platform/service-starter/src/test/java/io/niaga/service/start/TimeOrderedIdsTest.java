package io.niaga.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.TypeId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    @Test
    void ids_rise_also_when_the_clock_stands_still_or_steps_back() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
        InstantSource source = now::get;
        TimeOrderedIds ids = new TimeOrderedIds(source.withZone(ZoneOffset.UTC), new SecureRandom());
        String last = "";
        for (int i = 0; i < 10_000; i++) {
            if (i == 5_000) {
                now.set(now.get().minusSeconds(3));
            }
            String next = ids.next("ord").toString();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void an_id_is_a_uuid_of_version_7_with_the_time_in_front() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        TypeId id = new TimeOrderedIds(clock, new SecureRandom()).next("ord");
        assertThat(id.uuid().version()).isEqualTo(7);
        assertThat(id.uuid().variant()).isEqualTo(2);
        assertThat(id.uuid().getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }
}
