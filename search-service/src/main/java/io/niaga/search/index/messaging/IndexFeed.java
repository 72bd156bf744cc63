package io.niaga.search.index.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.events.Topics;
import io.niaga.search.index.ShopIndex;
import io.niaga.search.index.ShopIndex.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the index at what the state topics tell, on a thread of its own. Every replica reads all partitions, in no group.
 *
 * <p>A failure of broker or disk ends a session; the next begins at the last commit, after a moment, however often.
 */
public final class IndexFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
    private static final List<String> TOPICS = List.of(Topics.CATEGORY, Topics.AVAILABILITY, Topics.PRODUCT);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final ShopIndex index;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final FeedPace pace;
    private final Clock clock;
    private final FeedMeters meters;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile @Nullable Thread thread;
    private volatile boolean ready;

    public IndexFeed(
            ShopIndex index,
            Supplier<Consumer<String, byte[]>> consumers,
            FeedPace pace,
            Clock clock,
            MeterRegistry registry) {
        this.index = index;
        this.consumers = consumers;
        this.pace = pace;
        this.clock = clock;
        this.meters = new FeedMeters(registry, clock);
    }

    /** Whether the index once held all that was told at most two seconds before. */
    public boolean isReady() {
        return ready;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("index-feed").start(this::run);
    }

    @Override
    public void stop() {
        stop.countDown();
        Consumer<String, byte[]> waiting = current;
        if (waiting != null) {
            waiting.wakeup();
        }
        Thread running = thread;
        try {
            if (running != null && !running.join(LONGEST_END)) {
                LOG.warn("the index was not committed in time; it will read the rest again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException stopping) {
                LOG.debug("the feed stops");
            } catch (RuntimeException failed) {
                LOG.error("the feed of the index failed and begins again at its last commit", failed);
            } finally {
                current = null;
                index.close();
            }
            pause();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        Progress progress = index.open();
        List<TopicPartition> partitions = partitions(consumer);
        FeedSession session = new FeedSession(index, consumer, partitions, pace, clock, meters);
        session.begin(progress);
        try {
            while (stop.getCount() > 0) {
                ready |= session.turn();
            }
        } catch (WakeupException stopping) {
            LOG.debug("the feed stops after its last commit");
        }
        session.commit();
    }

    /** All partitions of all topics; waits for topics that are not made yet. */
    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : TOPICS) {
            List<PartitionInfo> known = consumer.partitionsFor(topic);
            while (known == null || known.isEmpty()) {
                LOG.info("waiting for the topic {}", topic);
                pause();
                known = stop.getCount() > 0 ? consumer.partitionsFor(topic) : throwStopping();
            }
            known.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return partitions;
    }

    private static List<PartitionInfo> throwStopping() {
        throw new WakeupException();
    }

    private void pause() {
        try {
            if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("no longer waiting: the feed stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
