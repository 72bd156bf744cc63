package io.niaga.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures are what they say they are. */
class FiguresTest {
    @TempDir
    Path folder;

    @Test
    void the_middle_of_three_rounds_and_their_spread() {
        Median median = Median.of(List.of(costing(5), costing(1), costing(3)), Measurement::cpu);
        assertThat(median.withSpread("%.1f")).isEqualTo("3.0 (1.0–5.0)");
    }

    @Test
    void processor_time_is_counted_between_two_looks() {
        CpuTimes before = new CpuTimes(Map.of("order", Duration.ofMillis(200)), 90);
        CpuTimes after = new CpuTimes(Map.of("order", Duration.ofMillis(500), "late", Duration.ofMillis(40)), 100);
        assertThat(after.since(before).total()).isEqualTo(Duration.ofMillis(340));
        assertThat(after.since(before).residentMegabytes()).isEqualTo(100);
    }

    @Test
    void this_process_has_used_some() {
        CpuTimes now = CpuTimes.of(Map.of("me", ProcessHandle.current().pid()));
        assertThat(now.total()).isPositive();
        assertThat(now.residentMegabytes()).isBetween(20.0, 4000.0);
    }

    @Test
    void an_assortment_of_a_size_is_always_the_same() throws Exception {
        String once = Files.readString(new Assortment("A", 3).write(folder.resolve("once"), 0, 3));
        String begin = Files.readString(new Assortment("A", 3).write(folder.resolve("begin"), 0, 1));
        String rest = Files.readString(new Assortment("A", 3).write(folder.resolve("rest"), 1, 3));
        assertThat(once).isEqualTo(begin + rest).contains("\"sku\":\"A-2-B\"");
        assertThat(once.lines()).hasSize(6);
    }

    @Test
    void an_open_loop_keeps_its_rate_and_counts_waiting() {
        AtomicInteger runs = new AtomicInteger();
        try (Load load = new Load("http://localhost:1", 2)) {
            Load.Outcome outcome = load.open((web, number) -> runs.incrementAndGet(), Duration.ofSeconds(1), 50);
            assertThat(outcome.operations()).isEqualTo(runs.get()).isBetween(30L, 51L);
        }
    }

    @Test
    void a_run_with_a_failure_has_no_figures() {
        try (Load load = new Load("http://localhost:1", 2)) {
            assertThatThrownBy(() -> load.closed((web, number) -> web.get("/"), Duration.ofMillis(200)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_slowest_hundredth_of_checkouts_is_told_beside_all() {
        Steps steps = new Steps();
        for (int number = 0; number < 100; number++) {
            Steps.Watch watch = new Steps.Watch();
            watch.took(Steps.QUOTE, number == 50 ? 1_000_000_000 : 0);
            steps.add(watch);
        }
        assertThat(steps.table())
                .contains("mean of 100, ms | mean of the slowest 1, ms", "| quote | 10 | 1000 |", "| order | 0 | 0 |");
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThatThrownBy(() -> Settings.of("--fast")).hasMessageContaining("--fast");
        assertThat(Settings.of("--quick").rounds()).isEqualTo(1);
    }

    @Test
    void a_page_keeps_what_people_wrote_around_the_figures() throws Exception {
        Path file = folder.resolve("performance.md");
        Page page = new Page(file);
        page.write("figures", "1 ms\n");
        page.write("growth", "flat\n");
        Files.writeString(file, Files.readString(file) + "Why.\n");
        page.write("figures", "2 ms\n");
        assertThat(file)
                .hasContent(
                        "# Performance\n\n<!-- figures -->\n2 ms\n<!-- /figures -->\n\n<!-- growth -->\nflat\n<!-- /growth -->\nWhy.\n");
    }

    private static Measurement costing(double cpu) {
        return new Measurement("x", 1, 1, 1, cpu, Map.of(), 1);
    }
}
