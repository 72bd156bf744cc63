package io.niaga.audit;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A report on paper: one line per violation, then what was looked at; as JSON, one object per line. */
final class Printed {
    private static final double SECOND = 1000.0;
    private final PrintStream out;
    private final boolean json;

    Printed(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** A violation as a machine reads it. */
    private record Line(String check, int rule, List<String> ids, String says) {}

    /** The last line as a machine reads it. */
    private record Summary(
            long violations, long more, Map<String, Long> looked, List<String> skipped, double seconds) {}

    void print(Report report) {
        long violations = report.violations().size() + report.more();
        double seconds = report.took().toMillis() / SECOND;
        for (Violation v : report.violations()) {
            line(json ? JsonMapper.shared().writeValueAsString(line(v)) : v.toString());
        }
        if (json) {
            Summary summary = new Summary(violations, report.more(), report.looked(), report.skipped(), seconds);
            line(JsonMapper.shared().writeValueAsString(summary));
            return;
        }
        report.skipped().forEach(why -> line("Not judged: " + why + "."));
        if (report.more() > 0) {
            line("And " + report.more() + " more that were not looked at again.");
        }
        String looked = report.looked().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        line("Looked at " + looked + ".");
        line(String.format(
                Locale.ROOT,
                "%d checks, %s, %.1f s.",
                Check.values().length,
                violations == 0 ? "no violation" : violations + " violations",
                seconds));
    }

    private static Line line(Violation v) {
        return new Line(v.check().label(), v.check().rule(), v.ids(), v.says());
    }

    private void line(String text) {
        out.println(text);
    }
}
