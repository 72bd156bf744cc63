package io.niaga.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    @TempDir
    Path folder;

    private Processes processes;

    @BeforeEach
    void a_table_of_its_own() {
        processes = new Processes(new ProcessTable(folder.resolve("run")), folder.resolve("logs"));
    }

    @AfterEach
    void leave_nothing_behind() {
        processes.stop(processes.table().all(), Duration.ofSeconds(1));
    }

    @Test
    void a_started_process_is_found_again_and_stopped() {
        Running running = processes.start(sleeping("sleep 600; echo marked", () -> true));
        assertThat(processes.table().find("sleeper")).contains(running);
        assertThat(running.isAlive()).isTrue();
        assertThat(running.pid().residentBytes()).isPositive();

        processes.stop(List.of(running), Duration.ofSeconds(5));

        assertThat(running.isAlive()).isFalse();
        assertThat(processes.table().all()).isEmpty();
    }

    @Test
    void a_process_that_ignores_the_request_is_killed() {
        Running running = processes.start(sleeping("trap '' TERM; echo marked; while :; do sleep 1; done", () -> true));
        awaitLog("marked");

        processes.stop(List.of(running), Duration.ofMillis(300));

        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void a_number_given_to_another_process_since_is_never_signalled() {
        Running running = processes.start(sleeping("sleep 600; echo marked", () -> true));
        Running later = with(running, running.startedAt().minusSeconds(60), running.marker());
        Running other = with(running, running.startedAt(), "another program");

        processes.stop(List.of(later, other), Duration.ofSeconds(1));

        assertThat(running.isAlive()).isTrue();
        processes.stop(List.of(running), Duration.ofSeconds(5));
    }

    @Test
    void a_process_that_ends_while_starting_is_named_with_the_end_of_its_log() {
        Launch launch = sleeping("echo cannot go on; exit 3 # marked", () -> false);
        Running running = processes.start(launch);

        assertThatThrownBy(() -> processes.awaitReady(launch, running))
                .isInstanceOfSatisfying(StartFailed.class, failed -> {
                    assertThat(failed).hasMessageContaining("sleeper ended while starting");
                    assertThat(failed.logEnd()).containsExactly("cannot go on");
                });
    }

    @Test
    void a_process_that_never_serves_fails_when_patience_ends() {
        Launch launch = sleeping("sleep 600; echo marked", () -> false);
        Running running = processes.start(launch);

        assertThatThrownBy(() -> processes.awaitReady(launch, running)).hasMessageContaining("was not ready after");
    }

    @Test
    void a_launch_that_would_differ_has_another_fingerprint() {
        Launch launch = sleeping("sleep 1", () -> true);
        assertThat(launch.fingerprint())
                .isEqualTo(sleeping("sleep 1", () -> false).fingerprint());
        assertThat(launch.fingerprint())
                .isNotEqualTo(sleeping("sleep 2", () -> true).fingerprint());
    }

    private void awaitLog(String text) {
        Instant deadline = Instant.now().plusSeconds(10);
        while (!processes.log("sleeper").tail(5).contains(text)) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private static Running with(Running running, Instant startedAt, String marker) {
        return new Running(
                "other", running.pid(), startedAt, running.port(), running.version(), marker, running.fingerprint());
    }

    private Launch sleeping(String script, Probe probe) {
        assertThat(Files.isDirectory(folder)).isTrue();
        return new Launch(
                "sleeper",
                1,
                "1",
                script,
                List.of("sh", "-c", script),
                Map.of(),
                Duration.ofMillis(probe.ready() ? 5000 : 1500),
                probe);
    }
}
