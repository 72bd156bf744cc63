package io.niaga.localstack.monitoring;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The metrics of {@code docs/metrics.md}, which is generated from what running services expose. */
final class MetricsPage {
    private static final int NAME = 1;
    private static final int LABELS = 3;
    private final Map<String, Set<String>> labels = new HashMap<>();

    private MetricsPage(String page) {
        page.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String[] cells = line.replace("`", "").split("\\|");
            labels.computeIfAbsent(cells[NAME].strip(), _ -> new TreeSet<>(Set.of("instance", "job")))
                    .addAll(Set.of(cells[LABELS].strip().split(", ")));
        });
    }

    static MetricsPage committed() {
        return new MetricsPage(Queries.read(Path.of("../../docs/metrics.md")));
    }

    /** What a metric can be selected by; empty when there is no such metric. */
    Set<String> labelsOf(String metric) {
        return labels.getOrDefault(metric, Set.of());
    }
}
