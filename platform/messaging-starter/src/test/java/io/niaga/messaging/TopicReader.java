package io.niaga.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads a whole topic beside everything else and keeps it by key, in the order of the log. */
final class TopicReader implements AutoCloseable {
    private final Map<String, List<ConsumerRecord<String, byte[]>>> byKey = new ConcurrentHashMap<>();
    private final Thread thread;

    TopicReader(String servers, String topic) {
        Map<String, Object> settings = KafkaSettings.consumer(
                new HashMap<>(),
                new MessagingProperties.ConsumerKnobs(
                        500, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1), 1, List.of()));
        settings.put("bootstrap.servers", servers);
        thread = Thread.ofPlatform().daemon().start(() -> read(settings, topic));
    }

    private void read(Map<String, Object> settings, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(
                    List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1), new TopicPartition(topic, 2)));
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(found -> byKey.computeIfAbsent(found.key(), fresh -> new CopyOnWriteArrayList<>())
                                .add(found));
            }
        } catch (InterruptException closed) {
            // As told.
        }
    }

    /** The sequences of a key as they stand in the log. */
    List<Long> sequences(String key) {
        List<Long> sequences = new ArrayList<>();
        byKey.getOrDefault(key, List.of())
                .forEach(found -> sequences.add(EnvelopeCodec.decode(found).sequence()));
        return sequences;
    }

    long size() {
        return byKey.values().stream().mapToLong(List::size).sum();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
