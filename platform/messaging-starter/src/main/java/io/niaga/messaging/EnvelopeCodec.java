package io.niaga.messaging;

import io.niaga.types.TypeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Event ⇄ Kafka record: CloudEvents 1.0 attributes as headers, the body's JSON as value. */
public final class EnvelopeCodec {
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC = "ce_specversion";
    public static final String SEQUENCE = "sequence";
    public static final String CORRELATION = "correlationid";
    public static final String CAUSATION = "causationid";
    public static final String TRACE = "traceparent";

    private EnvelopeCodec() {}

    /** The id of an event: the same whoever publishes it, however often. */
    public static String eventId(String source, String key, long sequence) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((source + "\n" + key + "\n" + sequence).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(hash);
            return new TypeId("evt", new UUID(bits.getLong(), bits.getLong())).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ProducerRecord<String, byte[]> encode(String source, String key, Pending event) {
        byte[] value = event.body() == null ? null : event.body().toString().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> out = new ProducerRecord<>(event.to(), key, value);
        String id = eventId(source, key, event.seq());
        Headers headers = out.headers();
        put(headers, SPEC, "1.0");
        put(headers, ID, id);
        put(headers, SOURCE, source);
        put(headers, TYPE, event.type());
        put(headers, SUBJECT, key);
        put(headers, TIME, event.at().toString());
        put(headers, "content-type", "application/json");
        put(headers, SEQUENCE, Long.toString(event.seq()));
        put(headers, CORRELATION, event.correlation() == null ? id : event.correlation());
        put(headers, CAUSATION, event.causation());
        put(headers, TRACE, event.trace());
        return out;
    }

    /** The type alone, before anything else of the record is looked at; null when it has none. */
    public static @Nullable String type(ConsumerRecord<String, byte[]> in) {
        return text(in.headers(), TYPE);
    }

    /** @throws IllegalArgumentException when the record does not carry what every event of ours carries */
    public static Envelope decode(ConsumerRecord<String, byte[]> in) {
        Headers headers = in.headers();
        return new Envelope(
                required(headers, ID),
                required(headers, TYPE),
                required(headers, SOURCE),
                key(in),
                number(required(headers, SEQUENCE)),
                time(required(headers, TIME)),
                text(headers, CORRELATION),
                text(headers, CAUSATION),
                text(headers, TRACE),
                in.topic(),
                in.partition(),
                in.offset());
    }

    private static String key(ConsumerRecord<String, byte[]> in) {
        if (in.key() == null) {
            throw new IllegalArgumentException("the key is missing");
        }
        return in.key();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("the sequence is not a number", malformed);
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("the time is not a time", malformed);
        }
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
