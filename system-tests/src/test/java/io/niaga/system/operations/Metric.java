package io.niaga.system.operations;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric as a service exposes it, of all its samples together.
 *
 * @param name as Prometheus knows it: {@code …_seconds_count}, {@code …_total}
 */
record Metric(String name, String meaning, Set<String> labels) {
    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) ?(.*)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+.*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** All of an exposition, by name. */
    static Map<String, Metric> of(String exposition) {
        Map<String, String> meanings = new TreeMap<>();
        Map<String, Metric> metrics = new TreeMap<>();
        exposition.lines().forEach(line -> {
            Matcher help = HELP.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches()) {
                meanings.put(help.group(1), help.group(2));
            } else if (!line.startsWith("#") && sample.matches()) {
                String name = sample.group(1);
                Metric metric =
                        metrics.computeIfAbsent(name, n -> new Metric(n, meaning(n, meanings), new TreeSet<>()));
                if (sample.group(2) != null) {
                    LABEL.matcher(sample.group(2))
                            .results()
                            .forEach(label -> metric.labels().add(label.group(1)));
                }
            }
        });
        return metrics;
    }

    /** Of a family; its parts have none of their own. */
    private static String meaning(String name, Map<String, String> meanings) {
        String family = name.replaceFirst("_(count|sum|bucket|max|total)$", "");
        return meanings.getOrDefault(name, meanings.getOrDefault(family, "")).strip();
    }
}
