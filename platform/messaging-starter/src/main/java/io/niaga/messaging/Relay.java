package io.niaga.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes many aggregates at the same time, each under its lease, on a bounded number of virtual threads. When the broker
 * is not there it takes nothing new: writers leave their events to the safety net, which tries again.
 */
final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(12);

    private final Courier courier;
    private final Clock clock;
    private final MessagingProperties.OutboxKnobs knobs;
    private final OutboxMeters meters;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbox-", 0).factory());
    private final Semaphore room;
    private final Semaphore running;
    private volatile boolean outage;
    private volatile boolean closed;
    private volatile long arrived = System.nanoTime();
    private volatile Runnable onTrouble = () -> {};

    Relay(Courier courier, Clock clock, MessagingProperties.OutboxKnobs knobs, OutboxMeters meters) {
        this.courier = courier;
        this.clock = clock;
        this.knobs = knobs;
        this.meters = meters;
        this.room = new Semaphore(knobs.queue());
        this.running = new Semaphore(knobs.parallelism());
    }

    /** Who is told when something was left for the safety net. */
    void onTrouble(Runnable listener) {
        onTrouble = listener;
    }

    boolean suspended() {
        return outage;
    }

    /** A lease for a writer that may publish at once; without one the events are left to the safety net. */
    Optional<Lease> leaseFor(String aggregate) {
        if (closed || outage) {
            return Optional.empty();
        }
        if (room.availablePermits() == 0) {
            onTrouble.run();
            return Optional.empty();
        }
        return Optional.of(Lease.of(aggregate, clock.instant().plus(knobs.lease())));
    }

    /** Publishes what the caller just wrote, from memory. Does not wait. */
    void publish(Outbox outbox, Lease lease, Backlog backlog) {
        start(() -> tell(outbox, lease, backlog), room.tryAcquire());
    }

    /** Publishes what is in the document, unless somebody else does. Does not wait. */
    void takeOver(Outbox outbox, String aggregate) {
        start(() -> claimAndTell(outbox, aggregate), room.tryAcquire());
    }

    /** As {@link #takeOver}, waiting for room. */
    void takeOverInTurn(Outbox outbox, String aggregate) throws InterruptedException {
        room.acquire();
        start(() -> claimAndTell(outbox, aggregate), true);
    }

    /** Claims and publishes in the calling thread. */
    void probe(Outbox outbox, String aggregate) {
        claimAndTell(outbox, aggregate);
    }

    private void start(Runnable work, boolean hasRoom) {
        try {
            threads.execute(() -> {
                running.acquireUninterruptibly();
                try {
                    work.run();
                } finally {
                    running.release();
                    if (hasRoom) {
                        room.release();
                    }
                }
            });
        } catch (RejectedExecutionException stopped) {
            LOG.debug("left to the next safety net: this one is closed");
        }
    }

    private void claimAndTell(Outbox outbox, String aggregate) {
        try {
            var now = clock.instant();
            Claimed claimed = outbox.leases().claim(aggregate, now, now.plus(knobs.lease()));
            if (claimed != null) {
                tell(outbox, claimed.lease(), claimed.backlog());
            }
        } catch (RuntimeException failed) {
            LOG.warn("could not claim {} of {}: {}", aggregate, outbox.source(), failed.toString());
        }
    }

    private void tell(Outbox outbox, Lease lease, Backlog backlog) {
        long begun = System.nanoTime();
        try {
            new Publication(outbox, lease, this::deliver, clock, knobs).run(backlog);
        } catch (DeliveryFailed failed) {
            failed(outbox, lease, failed, begun);
        } catch (RuntimeException failed) {
            // The database did not answer: the lease lapses and the safety net goes on.
            meters.failures.increment();
            String who = outbox.source() + " " + lease.aggregate();
            LOG.warn("the outbox of {} is left to the safety net: {}", who, failed.toString());
        }
    }

    private void deliver(String source, String key, Pending event) throws DeliveryFailed {
        courier.deliver(source, key, event);
        meters.published.increment();
        if (!event.isLocal()) {
            arrived = System.nanoTime();
            if (outage) {
                outage = false;
                LOG.info("publishing again");
                onTrouble.run();
            }
        }
    }

    private void failed(Outbox outbox, Lease lease, DeliveryFailed failed, long begun) {
        meters.failures.increment();
        // When others got through meanwhile it is this topic, not the broker.
        boolean everybody = failed.isOutage() && arrived - begun < 0;
        if (!everybody) {
            LOG.error("an event of {} {} was not delivered", outbox.source(), lease.aggregate(), failed);
        } else if (!outage) {
            outage = true;
            LOG.warn("publishing is suspended: {}", failed.getMessage());
        }
        onTrouble.run();
    }

    /** Waits for what was begun; what does not end in time is published again by whoever comes next. */
    void finish() {
        try {
            if (room.tryAcquire(knobs.queue(), LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                room.release(knobs.queue());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
