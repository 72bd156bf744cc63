package io.niaga.audit;

import io.niaga.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The topics of a broker, from their beginning, without a group: nobody's offsets are touched. */
final class KafkaRecords implements Records, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final List<String> ALL = Stream.of(Topics.STATE, Topics.PERMANENT, Topics.RECENT)
            .flatMap(List::stream)
            .toList();
    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final Duration patience;
    private final List<TopicPartition> partitions;

    KafkaRecords(String bootstrapServers) {
        this(consumer(bootstrapServers), Duration.ofSeconds(60));
    }

    /** @param patience how long nothing may come although there is more */
    KafkaRecords(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, Duration patience) {
        this.consumer = consumer;
        this.patience = patience;
        Set<String> there = consumer.listTopics().keySet();
        this.partitions = ALL.stream()
                .filter(there::contains)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        "2000",
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        "8388608",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        "10000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void read(Consumer<Told> each) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<TopicPartition> behind = new ArrayList<>(partitions);
        long last = System.nanoTime();
        while (true) {
            behind.removeIf(one -> consumer.position(one) >= ends.getOrDefault(one, 0L));
            if (behind.isEmpty()) {
                return;
            }
            ConsumerRecords<String, byte[]> read = consumer.poll(POLL);
            read.forEach(in -> each.accept(told(in)));
            last = read.isEmpty() ? last : System.nanoTime();
            if (System.nanoTime() - last > patience.toNanos()) {
                throw new TimeoutException("nothing came of " + behind + " for " + patience.toSeconds() + " s");
            }
        }
    }

    private static Told told(ConsumerRecord<String, byte[]> in) {
        String sequence = text(in, "sequence");
        long number = sequence != null && sequence.matches("[0-9]{1,18}") ? Long.parseLong(sequence) : -1;
        return new Told(
                new Told.Place(in.topic(), in.partition(), in.offset()),
                new Told.Head(in.key(), text(in, "ce_type"), text(in, "ce_source"), number),
                in.value());
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> in, String name) {
        Header header = in.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public Set<String> forgetful() {
        Set<String> forgetful = new HashSet<>(Topics.STATE);
        forgetful.addAll(consumer.beginningOffsets(partitions).entrySet().stream()
                .filter(begin -> begin.getValue() > 0)
                .map(begin -> begin.getKey().topic())
                .collect(Collectors.toSet()));
        return forgetful;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
