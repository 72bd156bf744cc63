package io.niaga.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The middle of several rounds and how far they were apart. */
record Median(double value, double least, double most) {
    static Median of(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double value = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Median(value, sorted[0], sorted[sorted.length - 1]);
    }

    String text(String format) {
        return String.format(Locale.ROOT, format, value);
    }

    String withSpread(String format) {
        return least == most
                ? text(format)
                : String.format(Locale.ROOT, format + " (" + format + "–" + format + ")", value, least, most);
    }
}
