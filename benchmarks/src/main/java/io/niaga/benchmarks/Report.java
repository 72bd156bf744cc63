package io.niaga.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as a table, and what else was seen. */
final class Report {
    private final Settings settings;
    private final Stack stack;
    private final Map<String, String> facts;
    private final Steps steps;
    private final List<Profile> profiles;
    private final Meter meter;

    Report(
            Settings settings,
            Stack stack,
            Map<String, String> facts,
            Steps steps,
            List<Profile> profiles,
            Meter meter) {
        this.settings = settings;
        this.stack = stack;
        this.facts = facts;
        this.steps = steps;
        this.profiles = profiles;
        this.meter = meter;
    }

    String figures() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Medians of %d interleaved rounds (least–most), %d s each, %d buyers at once, %,d products with two variants, everything on one machine with %d cores.\n\n"
                        .formatted(
                                settings.rounds(),
                                settings.window().toSeconds(),
                                settings.connections(),
                                settings.products(),
                                Runtime.getRuntime().availableProcessors()));
        text.append(
                "| operation | CPU of all processes, ms | goal | operations/s | p50 ms | p99 ms | memory, MB | CPU by process, ms |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Profile profile : profiles) {
            text.append(row(profile.what(), measured(profile.name()), String.valueOf(profile.goal())));
            text.append(
                    row("– at %.0f/s, open loop".formatted(profile.rate()), measured(profile.name() + ", open"), ""));
        }
        for (String name : List.of(Benchmarks.DIRECT, Benchmarks.BEHIND_NGINX, "bare", "bare behind nginx")) {
            if (!measured(name).isEmpty()) {
                text.append(row(name, measured(name), ""));
            }
        }
        text.append('\n');
        if (!measured("checkout").isEmpty()) {
            text.append(steps.table()).append('\n');
        }
        facts.forEach((what, figure) ->
                text.append("- ").append(what).append(": ").append(figure).append('\n'));
        gateway(text);
        text.append("- warm-up until steady: ")
                .append(meter.warmed().entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue().toSeconds() + " s")
                        .collect(Collectors.joining(", ")))
                .append('\n');
        text.append("- JVM of a service that compiles with C2, and of one that does not: `")
                .append(stack.flags("order-service"))
                .append("`; `")
                .append(stack.flags("user-service"))
                .append("`\n");
        Map<String, Long> memory = stack.memory();
        text.append("- resident memory after the run: %d MB together (%s)\n"
                .formatted(
                        memory.values().stream().mapToLong(Long::longValue).sum() >> 20,
                        memory.entrySet().stream()
                                .map(one -> one.getKey() + " " + (one.getValue() >> 20))
                                .collect(Collectors.joining(", "))));
        return text.toString();
    }

    private void gateway(StringBuilder text) {
        if (measured("page").isEmpty() || measured(Benchmarks.BEHIND_NGINX).isEmpty()) {
            return;
        }
        double gateway = Median.of(measured("page"), m -> m.cpuByProcess().getOrDefault("gateway", 0.0))
                .value();
        double nginx = Median.of(
                        measured(Benchmarks.BEHIND_NGINX), m -> m.cpuByProcess().getOrDefault("nginx", 0.0))
                .value();
        double through = Median.of(measured("page"), Measurement::p99).value();
        double direct = Median.of(measured(Benchmarks.DIRECT), Measurement::p99).value();
        text.append(String.format(
                Locale.ROOT,
                "- gateway: %.0f µs of CPU per request, nginx in its place %.0f µs: %.1f times (goal 5); p99 of a product page through it %.1f times that of the service itself (goal 1.5)%n",
                gateway * 1000,
                nginx * 1000,
                gateway / nginx,
                through / direct));
    }

    private List<Measurement> measured(String name) {
        return meter.of(name);
    }

    private static String row(String what, List<Measurement> measured, String goal) {
        if (measured.isEmpty()) {
            return "";
        }
        return "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        what,
                        Median.of(measured, Measurement::cpu).withSpread("%.2f"),
                        goal,
                        Median.of(measured, Measurement::perSecond).text("%.0f"),
                        Median.of(measured, Measurement::p50).text("%.1f"),
                        Median.of(measured, Measurement::p99).text("%.1f"),
                        Median.of(measured, Measurement::resident).text("%.0f"),
                        largest(measured.getLast().cpuByProcess()));
    }

    static String largest(Map<String, Double> byProcess) {
        return byProcess.entrySet().stream()
                .filter(one -> one.getValue() >= 0.005)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(7)
                .map(one -> String.format(Locale.ROOT, "%s %.2f", one.getKey().replace("-service", ""), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
