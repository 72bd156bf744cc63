package io.niaga.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Buyers at once, for a while: a closed loop (each starts anew when done) or an open one (a fixed rate). */
final class Load implements AutoCloseable {
    private static final long LONGEST_MICROS = 120_000_000;
    private final List<Web> connections = new ArrayList<>();
    private final ExecutorService buyers;
    private final AtomicLong numbers = new AtomicLong();

    Load(String base, int connections) {
        for (int i = 0; i < connections; i++) {
            this.connections.add(new Web(base));
        }
        buyers = Executors.newFixedThreadPool(connections);
    }

    /** What happened: operations and how long each took, in microseconds. */
    record Outcome(Histogram micros, Duration elapsed) {
        long operations() {
            return micros.getTotalCount();
        }

        double perSecond() {
            return operations() / (elapsed.toNanos() / 1e9);
        }
    }

    Outcome closed(Profile.Operation operation, Duration window) {
        return run(operation, window, Double.POSITIVE_INFINITY);
    }

    /** Latencies count from when an operation should have begun, so a queue shows in them. */
    Outcome open(Profile.Operation operation, Duration window, double perSecond) {
        return run(operation, window, perSecond);
    }

    private Outcome run(Profile.Operation operation, Duration window, double perSecond) {
        Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        long begun = System.nanoTime();
        long end = begun + window.toNanos();
        AtomicLong scheduled = new AtomicLong();
        List<Future<?>> running = new ArrayList<>();
        for (Web web : connections) {
            running.add(buyers.submit(() -> {
                while (System.nanoTime() < end) {
                    long start = due(begun, scheduled, perSecond);
                    if (start >= end) {
                        return null;
                    }
                    operation.run(web, numbers.getAndIncrement());
                    micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - start) / 1000));
                }
                return null;
            }));
        }
        running.forEach(Load::await);
        return new Outcome(micros, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static long due(long begun, AtomicLong scheduled, double perSecond) throws InterruptedException {
        if (Double.isInfinite(perSecond)) {
            return System.nanoTime();
        }
        long start = begun + (long) (scheduled.getAndIncrement() * 1e9 / perSecond);
        long early = start - System.nanoTime();
        if (early > 0) {
            Thread.sleep(Duration.ofNanos(early));
        }
        return start;
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an operation failed; a run with failures has no figures", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        buyers.shutdownNow();
        connections.forEach(Web::close);
    }
}
