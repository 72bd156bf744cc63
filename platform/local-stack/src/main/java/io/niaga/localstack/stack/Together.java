package io.niaga.localstack.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks side by side; whoever awaits them gets the first failure at once, while others still run. */
final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<?>> tasks = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    void run(Runnable task) {
        tasks.add(CompletableFuture.runAsync(task, threads).whenComplete((done, thrown) -> {
            if (thrown != null) {
                failure.completeExceptionally(thrown);
            }
        }));
    }

    /** Fails whoever awaits, for a reason that is no task's own. */
    void fail(RuntimeException reason) {
        failure.completeExceptionally(reason);
    }

    void await() {
        CompletableFuture<Void> all = CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Does not wait: tasks given up end when what they wait for is stopped. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
