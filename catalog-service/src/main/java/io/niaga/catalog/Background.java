package io.niaga.catalog;

import io.niaga.catalog.category.FollowMoves;
import io.niaga.catalog.exchange.RunImport;
import io.niaga.catalog.exchange.StockCounts;
import io.niaga.catalog.exchange.Uploads;
import io.niaga.types.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The work that nobody waits for: imports, followers of moved categories, forgotten uploads. */
final class Background implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Work work;
    private final CatalogProperties settings;
    private volatile ScheduledExecutorService timer = Executors.newScheduledThreadPool(0);
    private volatile boolean running;

    /** What there is to do. */
    record Work(RunImport imports, FollowMoves moves, Uploads uploads, IdSource ids, Clock clock) {}

    Background(Work work, CatalogProperties settings) {
        this.work = work;
        this.settings = settings;
    }

    @Override
    public void start() {
        CatalogProperties.Exchange exchange = settings.exchange();
        timer = Executors.newScheduledThreadPool(
                exchange.workers() + 1,
                Thread.ofPlatform().daemon().name("catalog-background-", 0).factory());
        running = true;
        for (int i = 0; i < exchange.workers(); i++) {
            every(exchange.poll(), this::runImports);
        }
        every(settings.category().followMoves(), work.moves()::follow);
        every(Duration.ofHours(1), this::forgetUploads);
    }

    private void every(Duration pause, Runnable task) {
        ScheduledFuture<?> ignored = timer.scheduleWithFixedDelay(
                () -> quietly(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A task that fails, by an error too, is tried again at its next turn; the timer would forget one that throws. */
    private void quietly(Runnable task) {
        try {
            task.run();
        } catch (StockCounts.Unavailable later) {
            LOG.warn("an import waits: {}", later.getMessage());
        } catch (RuntimeException | Error failed) {
            if (running) {
                LOG.error("background work failed and is tried again", failed);
            }
        }
    }

    private void runImports() {
        String worker = work.ids().next("wrk").toString();
        while (running && work.imports().runOne(worker)) {
            LOG.debug("worked on an import");
        }
    }

    private void forgetUploads() {
        work.uploads()
                .removeOlder(work.clock().instant().minus(settings.exchange().keepUploads()));
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("background work did not end in time; another process goes on with it");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
