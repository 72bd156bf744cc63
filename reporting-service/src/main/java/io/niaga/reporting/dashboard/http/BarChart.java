package io.niaga.reporting.dashboard.http;

import java.util.List;
import java.util.function.LongFunction;

/**
 * A bar chart as SVG that stands in a page: an image with a name and a description to those who hear the page, each bar named
 * to those who point at it. Colours are the page's classes. Negative values hang below the zero line.
 *
 * @param id of its own in the page
 * @param tick how a value is written at the axis
 */
record BarChart(String id, String title, String description, List<Bar> bars, LongFunction<String> tick) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 260;
    private static final int LEFT = 76;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 8;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
    private static final int LABELS = 8;
    private static final int TICKS = 5;

    BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * @param label below the axis, short
     * @param name what it stands for, whole
     * @param part of the value, drawn inside the bar; 0 when there is none
     */
    record Bar(String label, String name, long value, long part) {}

    String svg() {
        long most = Math.max(0, bars.stream().mapToLong(Bar::value).max().orElse(0));
        long least = Math.min(0, bars.stream().mapToLong(Bar::value).min().orElse(0));
        Scale scale = Scale.of(least, most);
        StringBuilder out = new StringBuilder();
        out.append(("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                        + "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>")
                .formatted(WIDTH, HEIGHT, id, id, id, Html.of(title), id, Html.of(description)));
        for (long value = scale.least(); value <= scale.most(); value += scale.step()) {
            line(out, scale, value);
        }
        int every = (bars.size() + LABELS - 1) / LABELS;
        for (int i = 0; i < bars.size(); i++) {
            bar(out, scale, i);
            if (every > 0 && i % every == 0) {
                text(out, "label", x(i) + width() / 2, HEIGHT - 8, bars.get(i).label());
            }
        }
        return out.append("</svg>").toString();
    }

    private void line(StringBuilder out, Scale scale, long value) {
        int y = scale.y(value);
        out.append("<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                .formatted(value == 0 ? "zero" : "grid", LEFT, WIDTH - 8, y, y));
        text(out, "tick", LEFT - 8, y + 4, tick.apply(value));
    }

    private static void text(StringBuilder out, String kind, int x, int y, String text) {
        out.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(kind, x, y, Html.of(text)));
    }

    private void bar(StringBuilder out, Scale scale, int number) {
        Bar bar = bars.get(number);
        out.append("<g><title>%s</title>".formatted(Html.of(bar.name())));
        // The whole column answers the pointer, also where the bar is low.
        out.append("<rect class=\"column\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                .formatted(x(number), TOP, width(), PLOT_HEIGHT));
        rect(out, scale, number, bar.value(), bar.value() < 0 ? "below" : "bar");
        if (bar.part() != 0) {
            rect(out, scale, number, bar.part(), "part");
        }
        out.append("</g>");
    }

    private void rect(StringBuilder out, Scale scale, int number, long value, String kind) {
        int from = scale.y(Math.max(0, value));
        int to = scale.y(Math.min(0, value));
        if (value != 0) {
            int gap = Math.max(0, width() / 6);
            out.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                    .formatted(kind, x(number) + gap, from, Math.max(1, width() - 2 * gap), Math.max(1, to - from)));
        }
    }

    private int x(int number) {
        return LEFT + number * PLOT_WIDTH / bars.size();
    }

    private int width() {
        return Math.max(2, PLOT_WIDTH / bars.size());
    }

    /** From a round value to a round value in round steps; zero is one of them. */
    private record Scale(long least, long most, long step) {
        static Scale of(long least, long most) {
            long range = Math.max(1, most - least);
            long step = 1;
            for (int i = 0; step * TICKS < range; i++) {
                // 1, 2, 5, 10, 20, 50 …
                step = i % 3 == 1 ? step / 2 * 5 : step * 2;
            }
            long top = Math.max(step, (most + step - 1) / step * step);
            return new Scale(-((-least + step - 1) / step * step), top, step);
        }

        int y(long value) {
            return TOP + (int) ((most - value) * PLOT_HEIGHT / (most - least));
        }
    }
}
