package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final String TOPIC = "facts";

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    private final List<String> heard = new ArrayList<>();

    private static ConsumerRecord<String, byte[]> received(
            ProducerRecord<String, byte[]> sent, int partition, long at) {
        ConsumerRecord<String, byte[]> in = new ConsumerRecord<>(TOPIC, partition, at, sent.key(), sent.value());
        sent.headers().forEach(in.headers()::add);
        return in;
    }

    private static ConsumerRecord<String, byte[]> fact(int partition, long at, String type, String json) {
        Pending event = new Pending(at + 1, TOPIC, type, json, Instant.EPOCH, null, null, null);
        return received(EnvelopeCodec.encode("/t", "k" + partition, event), partition, at);
    }

    private static String json(int n) {
        return "{\"id\":\"x\",\"n\":" + n + "}";
    }

    private void topic() {
        List<PartitionInfo> known = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            known.add(new PartitionInfo(TOPIC, i, Node.noNode(), new Node[0], new Node[0]));
        }
        consumer.updatePartitions(TOPIC, known);
        TopicPartition first = new TopicPartition(TOPIC, 0);
        TopicPartition second = new TopicPartition(TOPIC, 1);
        consumer.updateBeginningOffsets(Map.of(first, 3L, second, 0L));
        consumer.updateEndOffsets(Map.of(first, 8L, second, 0L));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(fact(0, 3, Fact.TYPE, json(1)));
            consumer.addRecord(fact(0, 4, Fact.TYPE, "{"));
            consumer.addRecord(fact(0, 5, "test.happened.v9", "{}"));
        });
        consumer.schedulePollTask(() -> {
            consumer.addRecord(fact(0, 6, "something.else.v1", "{"));
            consumer.addRecord(fact(0, 7, Fact.TYPE, json(2)));
        });
    }

    private Subscription.Builder facts() {
        return Subscription.to(TOPIC).as("replayed");
    }

    @Test
    void everything_from_the_first_record_to_the_last_is_received_and_what_is_unreadable_counted() {
        topic();
        Replay.Replayed done = new Replay(() -> consumer)
                .into(facts().on(Fact.TYPE, Fact.class, (fact, envelope) -> heard.add(envelope.key() + fact.n()))
                        .build());
        assertThat(heard).containsExactly("k01", "k02");
        assertThat(done).isEqualTo(new Replay.Replayed(2, 2));
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void a_batch_is_received_poll_by_poll() {
        topic();
        new Replay(() -> consumer)
                .into(facts().on(Fact.TYPE, Fact.class)
                        .batch(events -> heard.add(events.size() + " together"))
                        .build());
        assertThat(heard).containsExactly("1 together", "1 together");
    }

    @Test
    void a_receiver_that_fails_ends_it() {
        topic();
        Replay replay = new Replay(() -> consumer);
        Subscription failing = facts().on(Fact.TYPE, Fact.class, (fact, envelope) -> {
                    throw new IllegalArgumentException(new String(new byte[0], StandardCharsets.UTF_8));
                })
                .build();
        assertThatThrownBy(() -> replay.into(failing)).isInstanceOf(IllegalStateException.class);
        assertThat(consumer.closed()).isTrue();
    }
}
