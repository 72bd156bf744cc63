package io.niaga.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what was left: by a process that died, by a broker that was away. Looks at every outbox at start, at intervals
 * and soon after trouble, until nothing is due. During an outage it tries a single aggregate before it goes on.
 */
final class SafetyNet implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SafetyNet.class);
    private static final int PAGE = 100;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Relay relay;
    private final Clock clock;
    private final Duration interval;
    private final OutboxMeters meters;
    private final Map<String, Outbox> outboxes = new ConcurrentHashMap<>();
    private final AtomicBoolean comingSoon = new AtomicBoolean();
    private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(SafetyNet::thread);
    private volatile boolean running;

    SafetyNet(Relay relay, Clock clock, Duration interval, OutboxMeters meters) {
        this.relay = relay;
        this.clock = clock;
        this.interval = interval;
        this.meters = meters;
        relay.onTrouble(this::soon);
    }

    void watch(String collection, Outbox outbox) {
        meters.watch(collection);
        outboxes.put(collection, outbox);
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("outbox-safety-net").unstarted(work);
    }

    /** One more round in a second, however often it is asked for. */
    private void soon() {
        if (running && comingSoon.compareAndSet(false, true)) {
            try {
                var _ = timer.schedule(
                        () -> {
                            comingSoon.set(false);
                            sweep();
                        },
                        SOON.toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
                comingSoon.set(false);
            }
        }
    }

    void sweep() {
        outboxes.forEach((name, outbox) -> {
            try {
                sweep(outbox);
                meters.saw(name, outbox.leases().waiting());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failed) {
                LOG.warn("could not look for untold events of {}: {}", outbox.source(), failed.toString());
            }
        });
    }

    private void sweep(Outbox outbox) throws InterruptedException {
        List<String> due = outbox.leases().due(PAGE, clock.instant());
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            // Replicas that look at the same time start at different ends.
            Collections.shuffle(due);
            for (String aggregate : due) {
                if (relay.suspended()) {
                    relay.probe(outbox, aggregate);
                    if (relay.suspended()) {
                        return;
                    }
                } else {
                    relay.takeOverInTurn(outbox, aggregate);
                }
            }
            List<String> next = outbox.leases().due(PAGE, clock.instant());
            // What comes back at once is being claimed right now, here or elsewhere.
            next.removeAll(due);
            due = next;
        }
    }

    @Override
    public void start() {
        if (timer.isShutdown()) {
            timer = Executors.newSingleThreadScheduledExecutor(SafetyNet::thread);
        }
        running = true;
        var _ = timer.scheduleWithFixedDelay(this::sweep, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        relay.finish();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that writes, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
