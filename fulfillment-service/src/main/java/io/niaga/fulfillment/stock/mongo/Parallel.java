package io.niaga.fulfillment.stock.mongo;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Writes many documents side by side: as many at once as there are threads, for all callers together. */
public final class Parallel implements AutoCloseable {
    private final ExecutorService threads;

    public Parallel(int width) {
        this.threads = Executors.newFixedThreadPool(
                width, Thread.ofVirtual().name("bulk-", 0).factory());
    }

    /** In the order of what goes in; a failure of one is thrown when all were begun. */
    <A, B> List<B> map(List<A> all, Function<A, B> each) {
        if (all.size() < 2) {
            return all.stream().map(each).toList();
        }
        List<Future<B>> running =
                all.stream().map(one -> threads.submit(() -> each.apply(one))).toList();
        return running.stream().map(Parallel::result).toList();
    }

    private static <B> B result(Future<B> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
