package io.niaga.search.index.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Knows when everything was read that was in the topics at most two seconds ago. */
final class CatchUp {
    private static final long LAG_NANOS = Duration.ofSeconds(2).toNanos();

    private final Consumer<String, byte[]> consumer;
    private final Collection<TopicPartition> partitions;
    private Map<TopicPartition, Long> ends = Map.of();
    private long askedAt;

    CatchUp(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    boolean isDone() {
        long now = System.nanoTime();
        if (ends.isEmpty() || now - askedAt > LAG_NANOS) {
            ends = consumer.endOffsets(partitions);
            askedAt = now;
        }
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
