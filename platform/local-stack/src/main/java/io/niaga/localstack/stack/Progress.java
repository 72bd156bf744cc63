package io.niaga.localstack.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what has been reached, line by line, and remembers how long each phase took. Thread-safe. */
public final class Progress {
    private final PrintStream out;
    private final Instant begun = Instant.now();
    private final List<String> phases = new ArrayList<>();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** One line about one process. */
    public synchronized void say(String name, String what) {
        out.println(String.format(Locale.ROOT, "  %5.1f s  %-20s %s", seconds(begun), name, what));
        out.flush();
    }

    /** A phase that began at {@code start} has ended now. */
    synchronized void phase(String name, String phase, Instant start) {
        phases.add(String.format(
                Locale.ROOT,
                "  %-20s %-12s from %5.1f s, took %5.1f s",
                name,
                phase,
                seconds(begun) - seconds(start),
                seconds(start)));
    }

    public synchronized List<String> phases() {
        return List.copyOf(phases);
    }

    /** Seconds since the beginning. */
    public double elapsed() {
        return seconds(begun);
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
