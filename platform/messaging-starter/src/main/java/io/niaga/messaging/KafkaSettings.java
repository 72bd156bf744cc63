package io.niaga.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The client settings that the promises rest on; everything else comes from {@code spring.kafka}. */
final class KafkaSettings {
    private static final int A_LOT = 256 * 1024;

    private KafkaSettings() {}

    static Map<String, Object> producer(Map<String, Object> configured, MessagingProperties.OutboxKnobs knobs) {
        int delivery = (int) knobs.deliveryTimeout().toMillis();
        configured.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configured.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configured.put(ProducerConfig.ACKS_CONFIG, "all");
        configured.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configured.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        configured.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        configured.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
        // Records of many aggregates arrive together anyway; waiting for more would only be felt by the customer.
        configured.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        configured.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return configured;
    }

    static Map<String, Object> consumer(Map<String, Object> configured, MessagingProperties.ConsumerKnobs knobs) {
        configured.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        configured.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configured.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configured.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configured.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configured.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, knobs.pollRecords());
        configured.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        // A fetch is answered as soon as there is a record; waiting long costs no latency and saves idle CPU.
        configured.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        configured.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        // After a crash the group goes on within seconds; a topic created later is found as soon.
        configured.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        configured.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 15_000);
        configured.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return configured;
    }

    /** What differs for a subscription that gathers: a fetch is answered when its time is over or there is a lot. */
    static Properties gathering(Duration time) {
        Properties different = new Properties();
        different.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, String.valueOf(A_LOT));
        different.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, String.valueOf(time.toMillis()));
        return different;
    }
}
