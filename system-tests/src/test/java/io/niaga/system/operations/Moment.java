package io.niaga.system.operations;

import io.niaga.events.Topics;
import io.niaga.localstack.topology.Need;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;

/**
 * Everything that is kept, while nobody works on it.
 *
 * @param documents of every service: {@code order-service.orders} → id → document
 * @param records of every topic: {@code niaga.order.v1-0} → offset → key, headers and value
 */
record Moment(Map<String, Map<String, Document>> documents, Map<String, Map<Long, List<String>>> records) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Moment of(SystemStack system) {
        return new Moment(
                documents(system), records("127.0.0.1:" + system.stack().ports().kafka()));
    }

    int size() {
        return Stream.concat(documents.values().stream(), records.values().stream())
                .mapToInt(Map::size)
                .sum();
    }

    static Map<String, Map<String, Document>> documents(SystemStack system) {
        Map<String, Map<String, Document>> all = new TreeMap<>();
        for (Service service : Topology.services()) {
            if (service.needs().contains(Need.DATABASE)) {
                var database = system.database(service.name());
                for (String collection : database.listCollectionNames()) {
                    Map<String, Document> found = new TreeMap<>();
                    database.getCollection(collection)
                            .find()
                            .forEach(document -> found.put(String.valueOf(document.get("_id")), document));
                    all.put(service.name() + "." + collection, found);
                }
            }
        }
        return all;
    }

    private static Map<String, Map<Long, List<String>>> records(String bootstrapServers) {
        Map<String, Map<Long, List<String>>> all = new TreeMap<>();
        try (var consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = Stream.of(Topics.STATE, Topics.PERMANENT, Topics.RECENT)
                    .flatMap(List::stream)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long last = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var read = consumer.poll(Duration.ofMillis(500));
                last = read.isEmpty() ? last : System.nanoTime();
                if (System.nanoTime() - last > PATIENCE.toNanos()) {
                    throw new AssertionError("no record came for " + PATIENCE + ", there are more: " + ends);
                }
                read.forEach(found -> all.computeIfAbsent(
                                found.topic() + "-" + found.partition(), partition -> new TreeMap<>())
                        .put(found.offset(), said(found)));
            }
        }
        return all;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<String> said(ConsumerRecord<byte[], byte[]> found) {
        return Stream.concat(
                        Stream.of(text(found.key()), text(found.value())),
                        Arrays.stream(found.headers().toArray())
                                .map(header -> header.key() + "=" + text(header.value())))
                .toList();
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
