package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreArgumentsTest {
    @Test
    void without_a_file_the_store_is_in_memory_on_the_usual_port() {
        StoreSettings settings = StoreArguments.parse();
        assertThat(settings.file()).isNull();
        assertThat(settings.port()).isEqualTo(27_017);
    }

    @Test
    void every_setting_can_be_given_with_its_unit() {
        StoreSettings settings = StoreArguments.parse(
                "--file=a/b.store",
                "--port=0",
                "--workers=3",
                "--cursor-idle=2m",
                "--log-checkpoint-size=5MB",
                "--log-checkpoint-every=1h",
                "--log-limit=700KB",
                "--log-forced=true",
                "--log-force-every=250ms",
                "--cache=9MB",
                "--compact-below-percent=0",
                "--chunk-retention=4s");
        assertThat(settings)
                .isEqualTo(new StoreSettings(
                        Path.of("a/b.store"),
                        0,
                        3,
                        Duration.ofMinutes(2),
                        new StoreSettings.Log(5_000_000, Duration.ofHours(1), 700_000, true, Duration.ofMillis(250)),
                        new StoreSettings.Pages(9, 0, Duration.ofSeconds(4))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port=70000", "--port=x", "--prot=1", "port=1", "--cache=64", "--cursor-idle=0s", "--workers=0"
            })
    void what_cannot_work_is_refused(String argument) {
        assertThatThrownBy(() -> StoreArguments.parse(argument)).isInstanceOf(IllegalArgumentException.class);
    }
}
