package io.niaga.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a subscription's topics once more, from their first record to the last there is now, into its receivers: a projection
 * is built anew beside the live one. It belongs to no group, commits nothing and makes no dead letters.
 */
public final class Replay {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;

    Replay(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * What was read.
     *
     * @param unreadable records that are dead letters to those who listen
     */
    public record Replayed(long received, long unreadable) {
        /** Both together. */
        public Replayed plus(Replayed other) {
            return new Replayed(received + other.received, unreadable + other.unreadable);
        }
    }

    /** @throws IllegalStateException when a receiver fails: what is half built is worth nothing */
    public Replayed into(Subscription subscription) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : subscription.topics()) {
                consumer.partitionsFor(topic)
                        .forEach(known -> partitions.add(new TopicPartition(known.topic(), known.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            RecordReader reader = new RecordReader(subscription);
            Replayed all = new Replayed(0, 0);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
                consumer.poll(PATIENCE).forEach(poll::add);
                all = all.plus(receive(subscription, reader, poll));
            }
            return all;
        }
    }

    private static Replayed receive(
            Subscription subscription, RecordReader reader, List<ConsumerRecord<String, byte[]>> poll) {
        List<Incoming.Fact> facts = new ArrayList<>();
        long unreadable = 0;
        for (ConsumerRecord<String, byte[]> in : poll) {
            switch (reader.concerns(in) ? reader.read(in) : new Incoming.Foreign()) {
                case Incoming.Foreign() -> {}
                case Incoming.Fact fact -> facts.add(fact);
                case Incoming.Unreadable _ -> unreadable++;
            }
        }
        try {
            BatchReceiver batch = subscription.batch();
            if (batch != null) {
                batch.receive(facts.stream()
                        .map(fact -> new Received(fact.envelope(), fact.body()))
                        .toList());
            } else {
                for (Incoming.Fact fact : facts) {
                    Delivery.hand(fact.route(), fact);
                }
            }
        } catch (Exception failed) {
            throw new IllegalStateException("the replay of " + subscription.group() + " failed", failed);
        }
        return new Replayed(facts.size(), unreadable);
    }
}
