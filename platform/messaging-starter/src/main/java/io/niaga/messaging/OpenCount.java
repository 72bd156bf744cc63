package io.niaga.messaging;

import java.time.Duration;
import java.util.function.ToLongFunction;

/** Counts at most twice a minute, so that a metric costs no query each time it is read; keeps the last count in trouble. */
final class OpenCount implements ToLongFunction<String> {
    private static final long FRESH_NANOS = Duration.ofSeconds(30).toNanos();

    private final ToLongFunction<String> count;
    private long last;
    private long countedAt = System.nanoTime() - FRESH_NANOS;

    OpenCount(ToLongFunction<String> count) {
        this.count = count;
    }

    @Override
    public synchronized long applyAsLong(String group) {
        if (System.nanoTime() - countedAt >= FRESH_NANOS) {
            countedAt = System.nanoTime();
            try {
                last = count.applyAsLong(group);
            } catch (RuntimeException unknown) {
                return last;
            }
        }
        return last;
    }
}
