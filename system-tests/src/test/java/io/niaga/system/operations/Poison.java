package io.niaga.system.operations;

import io.niaga.testsupport.Told;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes onto topics what no service would. Without a sequence, so that the auditor takes it for nobody's. */
final class Poison implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    Poison(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Has no type, so it concerns everybody who listens to the topic. */
    void malformed(String topic, String key) {
        send(topic, key, Map.of(), "{");
    }

    /** Of a version that nobody knows yet. */
    void unknown(String topic, String key, String type) {
        send(topic, key, Map.of("ce_type", type.replaceFirst("v\\d+$", "v99")), "{}");
    }

    /** Once more, as a relay does that died before it knew that it had told. */
    void again(Told told) {
        send(
                told.topic(),
                told.key(),
                told.headers(),
                told.body() == null ? null : told.body().toString());
    }

    private void send(String topic, String key, Map<String, String> headers, @Nullable String value) {
        byte[] body = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> out = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, text) -> out.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(out);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
