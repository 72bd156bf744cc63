package io.niaga.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class ClockOffsetTest {
    /** As an operating system gives it. */
    private static Duration ahead(Map<String, Object> environment) {
        Duration[] ahead = new Duration[1];
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("given-systemEnvironment", environment)))
                .withConfiguration(AutoConfigurations.of(StartAutoConfiguration.class))
                .run(context -> ahead[0] = Duration.between(
                        Instant.now(), context.getBean(Clock.class).instant()));
        return ahead[0];
    }

    private static void isAbout(Duration seen, Duration expected) {
        assertThat(seen.toMillis()).isCloseTo(expected.toMillis(), within(5_000L));
    }

    @Test
    void a_sandboxed_service_runs_ahead_or_behind_as_told_and_says_so(CapturedOutput output) {
        isAbout(ahead(Map.of("NIAGA_SANDBOX_ENABLED", "true", "NIAGA_CLOCK_OFFSET", "PT2M")), Duration.ofMinutes(2));
        isAbout(ahead(Map.of("NIAGA_SANDBOX_ENABLED", "true", "NIAGA_CLOCK_OFFSET", "-PT2M")), Duration.ofMinutes(-2));
        assertThat(output).contains("the clock's offset PT2M is in force", "the clock's offset PT-2M is in force");
    }

    @Test
    void without_the_sandbox_nobody_moves_the_clock(CapturedOutput output) {
        isAbout(ahead(Map.of("NIAGA_CLOCK_OFFSET", "PT2M")), Duration.ZERO);
        isAbout(ahead(Map.of("NIAGA_SANDBOX_ENABLED", "false", "NIAGA_CLOCK_OFFSET", "PT2M")), Duration.ZERO);
        assertThat(output).contains("the clock's offset PT2M is ignored: no sandbox");
    }

    @Test
    void the_clock_counts_in_milliseconds_and_is_right_by_default(CapturedOutput output) {
        isAbout(ahead(Map.of()), Duration.ZERO);
        assertThat(output).doesNotContain("offset");
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(StartAutoConfiguration.class))
                .run(context -> {
                    Instant now = context.getBean(Clock.class).instant();
                    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
                });
    }
}
