package io.niaga.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaRecordsTest {
    @Test
    @Timeout(30)
    void a_broker_that_falls_silent_is_not_waited_for_for_ever() {
        TopicPartition one = new TopicPartition(Topics.ORDER, 0);
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.updatePartitions(Topics.ORDER, List.of(new PartitionInfo(Topics.ORDER, 0, null, null, null)));
            consumer.updateBeginningOffsets(Map.of(one, 0L));
            consumer.updateEndOffsets(Map.of(one, 2L));
            KafkaRecords records = new KafkaRecords(consumer, Duration.ofMillis(100));
            consumer.addRecord(new ConsumerRecord<>(Topics.ORDER, 0, 0, "ord_1", new byte[0]));
            List<String> read = new ArrayList<>();
            assertThatThrownBy(() -> records.read(told -> read.add(told.place())))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining(Topics.ORDER);
            assertThat(read).containsExactly(Topics.ORDER + "/0/0");
        }
    }
}
