package io.niaga.testsupport;

import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a service events, and sees what it told: {@code TestEvents.tell(Topics.PAYMENT, "pay_…", PaymentAssuredV1.TYPE, 1,
 * body)}, {@code eventually(() -> assertThat(TestEvents.told(Topics.ORDER, id)).hasSize(2))}.
 */
public final class TestEvents {
    private TestEvents() {}

    /**
     * Tells an event with its whole envelope, and waits for the broker's acknowledgement.
     *
     * @param key the id of the aggregate
     * @param sequence the aggregate's event number
     * @param body a contract's record, or JSON text
     */
    public static void tell(String topic, String key, String type, long sequence, Object body) {
        byte[] value = (body instanceof String text ? text : Json.write(body)).getBytes(StandardCharsets.UTF_8);
        send(topic, key, envelope(key, type, sequence), value);
    }

    /** Tells that the state of that key is no more. */
    public static void tellGone(String topic, String key, String type, long sequence) {
        send(topic, key, envelope(key, type, sequence), null);
    }

    /** Sends any record, however wrong. */
    public static void send(String topic, String key, Map<String, String> headers, byte @Nullable [] value) {
        ProducerRecord<String, byte @Nullable []> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            Sending.PRODUCER.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The headers of an event as they must be, to spoil some before {@link #send}. */
    public static Map<String, String> envelope(String key, String type, long sequence) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put(
                "ce_id",
                new TypeId("evt", UUID.nameUUIDFromBytes((key + sequence).getBytes(StandardCharsets.UTF_8)))
                        .toString());
        headers.put("ce_source", "/test-support");
        headers.put("ce_type", type);
        headers.put("ce_subject", key);
        headers.put("ce_time", FakeClock.SHARED.instant().toString());
        headers.put("content-type", "application/json");
        headers.put("sequence", Long.toString(sequence));
        headers.put("correlationid", "test-" + key);
        return headers;
    }

    /** What was told about a key so far, in the topic's order. */
    public static List<Told> told(String topic, String key) {
        return Hearing.EVENTS.of(topic, key);
    }

    private static final class Hearing {
        static final ToldEvents EVENTS = ToldEvents.at(TestBroker.bootstrapServers());
    }

    private static final class Sending {
        static final KafkaProducer<String, byte @Nullable []> PRODUCER = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }
}
