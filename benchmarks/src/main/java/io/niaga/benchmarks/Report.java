package io.niaga.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of figures. What people wrote around the figures (why, before and after) stays as it is. */
final class Report {
    private static final String BEGIN = "<!-- figures -->";
    private static final String END = "<!-- /figures -->";
    private final Settings settings;
    private final Stack stack;
    private final Map<String, String> facts;
    private final List<Profile> profiles;
    private final Map<String, List<Measurement>> rounds;

    Report(
            Settings settings,
            Stack stack,
            Map<String, String> facts,
            List<Profile> profiles,
            Map<String, List<Measurement>> rounds) {
        this.settings = settings;
        this.stack = stack;
        this.facts = facts;
        this.profiles = profiles;
        this.rounds = rounds;
    }

    /** Prints the figures; writes them into the page unless this was a quick look. */
    void write(Path page) throws IOException {
        String figures = figures();
        System.out.println(figures);
        if (settings.quick() || !settings.only().isEmpty()) {
            return;
        }
        String text = Files.exists(page) ? Files.readString(page) : "# Performance\n\n" + BEGIN + "\n" + END + "\n";
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(page, text.substring(0, begin) + "\n" + figures + text.substring(text.indexOf(END)));
    }

    private String figures() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Medians of %d interleaved rounds (least–most), %d s each after %d s of warm-up, %d buyers at once, %,d products with two variants, everything on one machine with %d cores.\n\n"
                        .formatted(
                                settings.rounds(),
                                settings.window().toSeconds(),
                                settings.warmUp().toSeconds(),
                                settings.connections(),
                                settings.products(),
                                Runtime.getRuntime().availableProcessors()));
        text.append(
                "| operation | CPU of all processes, ms | goal | operations/s | p50 ms | p99 ms | CPU by process, ms |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Profile profile : profiles) {
            text.append(row(profile.what(), measured(profile.name()), String.valueOf(profile.goal())));
            text.append(
                    row("– at %.0f/s, open loop".formatted(profile.rate()), measured(profile.name() + ", open"), ""));
        }
        for (String name : List.of("page, service itself", "bare", "bare behind nginx")) {
            if (rounds.containsKey(name)) {
                text.append(row(name, measured(name), ""));
            }
        }
        text.append('\n');
        facts.forEach((what, figure) ->
                text.append("- ").append(what).append(": ").append(figure).append('\n'));
        gateway(text);
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
        if (!rounds.containsKey("page") || !rounds.containsKey("bare behind nginx")) {
            return;
        }
        double gateway = Median.of(measured("page"), m -> m.cpuByProcess().getOrDefault("gateway", 0.0))
                .value();
        double nginx = Median.of(
                        measured("bare behind nginx"), m -> m.cpuByProcess().getOrDefault("nginx", 0.0))
                .value();
        double through = Median.of(measured("page"), Measurement::p99).value();
        double direct =
                Median.of(measured("page, service itself"), Measurement::p99).value();
        text.append(String.format(
                Locale.ROOT,
                "- gateway: %.0f µs of CPU per request, nginx %.0f µs for the same upstream: %.1f times (goal 5); p99 of a product page through it %.1f times that of the service itself (goal 1.5)%n",
                gateway * 1000,
                nginx * 1000,
                gateway / nginx,
                through / direct));
    }

    private List<Measurement> measured(String name) {
        return rounds.getOrDefault(name, List.of());
    }

    private static String row(String what, List<Measurement> measured, String goal) {
        if (measured.isEmpty()) {
            return "";
        }
        return "| %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        what,
                        Median.of(measured, Measurement::cpu).withSpread("%.2f"),
                        goal,
                        Median.of(measured, Measurement::perSecond).text("%.0f"),
                        Median.of(measured, Measurement::p50).text("%.1f"),
                        Median.of(measured, Measurement::p99).text("%.1f"),
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
