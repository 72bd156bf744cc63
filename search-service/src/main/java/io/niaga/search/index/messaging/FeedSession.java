package io.niaga.search.index.messaging;

import io.niaga.search.index.ShopIndex;
import io.niaga.search.index.ShopIndex.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the topics tell into an open index, in turns: read, apply, and when it is time refresh and commit.
 *
 * <p>While an index is built anew, readers keep what they saw before until the new one has caught up.
 */
final class FeedSession {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);

    private final ShopIndex index;
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final FeedPace pace;
    private final Clock clock;
    private final FeedMeters meters;
    private final RecordReader reader = new RecordReader();
    private CatchUp catchUp;
    private boolean caughtUp;
    private boolean complete;
    private boolean dirty;
    private boolean uncommitted;
    private long refreshedAt;
    private long committedAt;

    FeedSession(
            ShopIndex index,
            Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            FeedPace pace,
            Clock clock,
            FeedMeters meters) {
        this.index = index;
        this.consumer = consumer;
        this.partitions = partitions;
        this.pace = pace;
        this.clock = clock;
        this.meters = meters;
        this.catchUp = new CatchUp(consumer, partitions);
    }

    void begin(@Nullable Progress progress) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> from =
                new Beginning(consumer, partitions).of(progress, clock.instant(), pace.longestAbsence());
        if (from == null || progress == null) {
            rebuild();
        } else {
            complete = progress.complete();
            from.forEach(consumer::seek);
            LOG.info("the index goes on from {}", from);
        }
        committedAt = System.nanoTime();
    }

    private void rebuild() {
        LOG.info("the index is built from the beginning of {} partitions", partitions.size());
        meters.rebuilt();
        index.clear();
        consumer.seekToBeginning(partitions);
        catchUp = new CatchUp(consumer, partitions);
        caughtUp = false;
        complete = false;
        dirty = true;
        uncommitted = true;
    }

    /** One turn; true once everything that was told until now is seen by readers. */
    boolean turn() {
        for (ConsumerRecord<String, byte[]> in : poll()) {
            apply(in);
        }
        if (!caughtUp && catchUp.isDone()) {
            caughtUp = true;
            uncommitted |= !complete;
            complete = true;
            index.refresh();
            commit();
            LOG.info("the index has caught up");
        }
        long now = System.nanoTime();
        if (caughtUp && dirty && now - refreshedAt >= pace.refresh().toNanos()) {
            index.refresh();
            dirty = false;
            refreshedAt = now;
        }
        if (now - committedAt >= pace.commit().toNanos()) {
            commit();
        }
        return caughtUp;
    }

    private ConsumerRecords<String, byte[]> poll() {
        try {
            // What is not yet seen by readers does not wait for the next record.
            long waited = System.nanoTime() - refreshedAt;
            Duration patience = dirty ? pace.refresh().minusNanos(waited) : pace.refresh();
            return consumer.poll(patience.isNegative() ? Duration.ZERO : patience);
        } catch (InvalidOffsetException gone) {
            LOG.warn("the log does not reach the index's offsets any more: {}", gone.partitions());
            rebuild();
            return ConsumerRecords.empty();
        }
    }

    private void apply(ConsumerRecord<String, byte[]> in) {
        uncommitted = true;
        switch (reader.read(in)) {
            case Reading.Told told -> {
                if (index.apply(told.change())) {
                    dirty = true;
                    meters.applied(told.envelope());
                } else {
                    meters.count("stale");
                }
            }
            case Reading.Foreign _ -> meters.count("foreign");
            case Reading.UnknownVersion unknown -> meters.skipped("unknown", in, unknown.type());
            case Reading.Malformed malformed -> meters.skipped("malformed", in, malformed.reason());
        }
    }

    /** Makes durable what was applied so far, with how far that is. */
    void commit() {
        committedAt = System.nanoTime();
        if (uncommitted) {
            Map<String, Long> offsets = new HashMap<>();
            partitions.forEach(partition -> offsets.put(partition.toString(), consumer.position(partition)));
            index.commit(new Progress(offsets, clock.instant(), complete));
            uncommitted = false;
        }
    }
}
