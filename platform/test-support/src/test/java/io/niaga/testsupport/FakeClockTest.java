package io.niaga.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FakeClockTest {
    @Test
    void stands_still_where_it_was_set_and_moves_when_told() {
        FakeClock clock = FakeClock.at("2026-11-24T10:00:00Z");
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-11-24T10:00:00Z");
        clock.advance(Duration.ofMinutes(31));
        assertThat(clock.instant()).isEqualTo("2026-11-24T10:31:00Z");
    }

    @Test
    void runs_with_the_system_until_set() {
        FakeClock clock = new FakeClock();
        assertThat(clock.instant())
                .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
        clock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isAfter(Instant.now().plusSeconds(86_000));
        clock.reset();
        assertThat(clock.instant()).isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void a_zoned_clock_follows_it() {
        FakeClock clock = FakeClock.at("2026-11-24T10:00:00Z");
        Clock jakarta = clock.withZone(ZoneId.of("Asia/Jakarta"));
        clock.advance(Duration.ofHours(1));
        assertThat(jakarta.instant()).isEqualTo("2026-11-24T11:00:00Z");
        assertThat(jakarta.getZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
    }

    @Test
    void fixed_ids_count() {
        FixedIds ids = new FixedIds();
        assertThat(ids.next("ord")).isEqualTo(FixedIds.nth("ord", 1)).hasToString("ord_00000000000000000000000001");
        assertThat(ids.next("pay")).hasToString("pay_00000000000000000000000002");
    }
}
