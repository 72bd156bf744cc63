package io.niaga.search.index.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.events.Topics;
import io.niaga.search.index.ShopIndex;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Fills an empty index with all that the state topics hold now, and stops. */
public final class IndexFill {
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final FeedPace pace;
    private final Clock clock;

    public IndexFill(Supplier<Consumer<String, byte[]>> consumers, FeedPace pace, Clock clock) {
        this.consumers = consumers;
        this.pace = pace;
        this.clock = clock;
    }

    /** Readers of the index see everything when it returns. */
    public void fill(ShopIndex index) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = List.of(Topics.CATEGORY, Topics.AVAILABILITY, Topics.PRODUCT).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(known -> new TopicPartition(known.topic(), known.partition()))
                    .toList();
            FeedMeters meters = new FeedMeters(new SimpleMeterRegistry(), clock);
            FeedSession session = new FeedSession(index, consumer, partitions, pace, clock, meters);
            session.begin(null);
            boolean filled = false;
            while (!filled) {
                filled = session.turn();
            }
        }
    }
}
