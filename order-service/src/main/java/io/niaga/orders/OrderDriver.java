package io.niaga.orders;

import io.niaga.orders.checkout.AdvanceOrder;
import io.niaga.orders.checkout.DriveOrders;
import io.niaga.orders.checkout.Later;
import io.niaga.orders.order.Order;
import io.niaga.orders.returns.AdvanceReturns;
import io.niaga.service.trace.Trace;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The background of the checkout process: a bounded crew that advances orders, and the clock that looks for due ones. */
final class OrderDriver implements Later, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OrderDriver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AdvanceOrder advance;
    private final AdvanceReturns returns;
    private final Supplier<DriveOrders> drive;
    private final Duration interval;
    private final Semaphore crew;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("order-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("order-driver").factory());
    private volatile boolean running;
    private volatile @Nullable ScheduledFuture<?> rounds;

    OrderDriver(
            AdvanceOrder advance,
            AdvanceReturns returns,
            Supplier<DriveOrders> drive,
            Duration interval,
            int parallelism) {
        this.advance = advance;
        this.returns = returns;
        this.drive = drive;
        this.interval = interval;
        this.crew = new Semaphore(parallelism);
    }

    @Override
    public void advance(Order order) {
        crew.acquireUninterruptibly();
        try {
            workers.execute(Trace.carried(() -> work(order)));
        } catch (RuntimeException refused) {
            // Stopping: the order is due again after its lease, here or elsewhere.
            crew.release();
        }
    }

    private void work(Order order) {
        try {
            returns.advance(advance.advance(order));
        } catch (RuntimeException failed) {
            LOG.error("{} could not be advanced; it is due again after its lease", order.id(), failed);
        } finally {
            crew.release();
        }
    }

    private void rounds() {
        try {
            drive.get().round();
        } catch (RuntimeException failed) {
            LOG.warn("Due orders could not be looked for: {}", failed.toString());
        }
        if (running) {
            rounds = timer.schedule(this::rounds, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void start() {
        running = true;
        timer.execute(this::rounds);
    }

    @Override
    public void stop() {
        running = false;
        ScheduledFuture<?> next = rounds;
        if (next != null) {
            next.cancel(false);
        }
        timer.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
