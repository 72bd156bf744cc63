package io.niaga.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.core.JacksonException;

/**
 * Everything that was told at a broker, of all its topics and from their beginning: read on a thread of its own, as long as
 * the JVM lives. A topic made later is seen within a second.
 */
public final class ToldEvents {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final Map<String, List<Told>> byKey = new ConcurrentHashMap<>();
    private final Map<String, List<Told>> byTopic = new ConcurrentHashMap<>();

    private ToldEvents(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        Thread reader = new Thread(this::read, "told-events");
        reader.setDaemon(true);
        reader.start();
    }

    /** Begins to read at that broker. */
    public static ToldEvents at(String bootstrapServers) {
        return new ToldEvents(bootstrapServers);
    }

    /** What was told about a key so far, in the topic's order. */
    public List<Told> of(String topic, String key) {
        return List.copyOf(byKey.getOrDefault(topic + "|" + key, List.of()));
    }

    /** What was told on a topic so far; the order holds within a key. */
    public List<Told> of(String topic) {
        return List.copyOf(byTopic.getOrDefault(topic, List.of()));
    }

    private void read() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class))) {
            long looked = 0;
            while (true) {
                if (System.nanoTime() - looked > LOOK.toNanos()) {
                    assignAll(consumer);
                    looked = System.nanoTime();
                }
                if (consumer.assignment().isEmpty()) {
                    LockSupport.parkNanos(LOOK.toNanos());
                } else {
                    consumer.poll(LOOK).forEach(this::keep);
                }
            }
        }
    }

    /** What is new is read from its beginning, the rest goes on where it is: a group could lose its place and read all of it twice. */
    private static void assignAll(KafkaConsumer<?, ?> consumer) {
        try {
            Set<TopicPartition> all = new HashSet<>(consumer.assignment());
            boolean grown = false;
            for (List<PartitionInfo> topic : consumer.listTopics(PATIENCE).values()) {
                for (PartitionInfo partition : topic) {
                    grown |= !partition.topic().startsWith("_")
                            && all.add(new TopicPartition(partition.topic(), partition.partition()));
                }
            }
            if (grown) {
                consumer.assign(all);
            }
        } catch (KafkaException away) {
            // Somebody killed the broker: it is asked again.
        }
    }

    private void keep(ConsumerRecord<String, byte[]> message) {
        Told told = told(message);
        byKey.computeIfAbsent(told.topic() + "|" + told.key(), k -> new CopyOnWriteArrayList<>())
                .add(told);
        byTopic.computeIfAbsent(told.topic(), k -> Collections.synchronizedList(new ArrayList<>()))
                .add(told);
    }

    private static Told told(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        String sequence = headers.getOrDefault("sequence", "0");
        return new Told(
                message.topic(),
                String.valueOf(message.key()),
                headers.getOrDefault("ce_type", ""),
                sequence.matches("\\d{1,18}") ? Long.parseLong(sequence) : 0,
                headers,
                message.value() == null ? null : body(message.value()));
    }

    private static tools.jackson.databind.JsonNode body(byte[] value) {
        try {
            return Json.read(value);
        } catch (JacksonException malformed) {
            return Json.read("{}");
        }
    }
}
