package io.niaga.search.index.messaging;

import io.niaga.search.index.ShopIndex.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Decides where the topics are read from. */
final class Beginning {
    private final Consumer<String, byte[]> consumer;
    private final Collection<TopicPartition> partitions;

    Beginning(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * The offsets to go on from; null when the log does not reach them any more, was made anew, or the index is so old that
     * tombstones may have been forgotten meanwhile.
     */
    @Nullable
    Map<TopicPartition, Long> of(@Nullable Progress progress, Instant now, Duration longestAbsence) {
        if (progress == null || progress.at().plus(longestAbsence).isBefore(now)) {
            return null;
        }
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> from = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long known = progress.offsets().getOrDefault(partition.toString(), 0L);
            if (known < first.getOrDefault(partition, 0L) || known > end.getOrDefault(partition, 0L)) {
                return null;
            }
            from.put(partition, known);
        }
        return from;
    }
}
