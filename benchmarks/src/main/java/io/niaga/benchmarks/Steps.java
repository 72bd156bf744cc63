package io.niaga.benchmarks;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Where the time of a checkout goes, step by step, while several buyers are at it: what an ordinary one waits for, and what the
 * slowest of a hundred do.
 */
final class Steps {
    static final int CART = 0;
    static final int QUOTE = 1;
    static final int ORDER = 2;
    static final int PAYMENT = 3;
    static final int CONFIRMATION = 4;
    private static final List<String> NAMES = List.of(
            "cart: open, two adds, read", "quote", "order", "payment", "until CONFIRMED is seen, asked every 40 ms");
    private final Queue<Watch> checkouts = new ConcurrentLinkedQueue<>();

    /** Of one checkout; not for several threads. */
    static final class Watch {
        private final long[] nanos = new long[NAMES.size()];
        private long since = System.nanoTime();

        void done(int step) {
            long now = System.nanoTime();
            took(step, now - since);
            since = now;
        }

        void took(int step, long time) {
            nanos[step] = time;
        }

        private long all() {
            return IntStream.range(0, nanos.length)
                    .mapToLong(step -> nanos[step])
                    .sum();
        }
    }

    /** Buyers at once, for a while, on a system that is warm. */
    void measure(String base, int buyers, Profiles profiles, Duration window) {
        try (Load load = new Load(base, buyers)) {
            load.closed(
                    (web, number) -> {
                        Watch watch = new Watch();
                        profiles.checkout(web, number, watch);
                        add(watch);
                    },
                    window);
        }
    }

    void add(Watch checkout) {
        checkouts.add(checkout);
    }

    /** A row per step: the mean of all checkouts, and that of the slowest hundredth of them. */
    String table() {
        List<Watch> all =
                checkouts.stream().sorted(Comparator.comparingLong(Watch::all)).toList();
        List<Watch> slowest = all.subList(all.size() - (all.size() + 99) / 100, all.size());
        StringBuilder text = new StringBuilder();
        text.append("| step of a checkout | mean of %d, ms | mean of the slowest %d, ms |\n"
                .formatted(all.size(), slowest.size()));
        text.append("| --- | --- | --- |\n");
        for (int step = 0; step < NAMES.size(); step++) {
            text.append(String.format(
                    Locale.ROOT, "| %s | %.0f | %.0f |%n", NAMES.get(step), mean(all, step), mean(slowest, step)));
        }
        return text.toString();
    }

    private static double mean(List<Watch> checkouts, int step) {
        return checkouts.stream().mapToLong(one -> one.nanos[step]).average().orElse(0) / 1e6;
    }
}
