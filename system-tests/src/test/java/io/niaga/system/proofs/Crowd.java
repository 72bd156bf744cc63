package io.niaga.system.proofs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** People who do something at the same moment. */
final class Crowd<T> implements AutoCloseable {
    /** Longer than any of their calls waits for its answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<T>> running = new ArrayList<>();

    /** Everybody waits for everybody else, then all begin. */
    static <T> Crowd<T> atOnce(int people, IntFunction<Callable<T>> person) {
        Crowd<T> crowd = new Crowd<>();
        CountDownLatch start = new CountDownLatch(people);
        for (int i = 0; i < people; i++) {
            Callable<T> does = person.apply(i);
            crowd.running.add(crowd.threads.submit(() -> {
                start.countDown();
                start.await();
                return does.call();
            }));
        }
        return crowd;
    }

    long done() {
        return running.stream().filter(Future::isDone).count();
    }

    /** What came of it, once all are done; the first failure is everybody's. */
    List<T> outcomes() throws InterruptedException, ExecutionException {
        List<T> outcomes = new ArrayList<>();
        for (Future<T> one : running) {
            outcomes.add(one.get());
        }
        return outcomes;
    }

    /** Whoever is still at it is told to stop, and is waited for: nobody goes on into the next test. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("some of the crowd do not stop");
        }
    }
}
