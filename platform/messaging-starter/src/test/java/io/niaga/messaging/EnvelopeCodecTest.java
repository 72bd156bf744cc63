package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeCodecTest {
    private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent, long offset) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static ProducerRecord<String, byte[]> sent() {
        return EnvelopeCodec.encode(
                "/svc/things",
                "thg_1",
                new Pending(7, "t.v1", "thing.made.v1", "{\"a\":1}", AT, "cor", "evt_0", "00-a-b-01"));
    }

    @Test
    void what_is_sent_is_what_is_read() {
        Envelope read = EnvelopeCodec.decode(received(sent(), 3));
        assertThat(read)
                .isEqualTo(new Envelope(
                        EnvelopeCodec.eventId("/svc/things", "thg_1", 7),
                        "thing.made.v1",
                        "/svc/things",
                        "thg_1",
                        7,
                        AT,
                        "cor",
                        "evt_0",
                        "00-a-b-01",
                        "t.v1",
                        0,
                        3));
        assertThat(new String(sent().value(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
    }

    @Test
    void an_event_keeps_its_id_on_every_delivery_and_shares_it_with_no_other() {
        assertThat(EnvelopeCodec.eventId("/s", "a", 1))
                .isEqualTo(EnvelopeCodec.eventId("/s", "a", 1))
                .startsWith("evt_")
                .hasSize(30)
                .isNotEqualTo(EnvelopeCodec.eventId("/s", "a", 2))
                .isNotEqualTo(EnvelopeCodec.eventId("/s", "b", 1))
                .isNotEqualTo(EnvelopeCodec.eventId("/t", "a", 1));
    }

    @Test
    void an_event_without_a_conversation_starts_one() {
        ProducerRecord<String, byte[]> sent =
                EnvelopeCodec.encode("/s", "k", new Pending(1, "t", "x.v1", null, AT, null, null, null));
        Envelope read = EnvelopeCodec.decode(received(sent, 0));
        assertThat(sent.value()).isNull();
        assertThat(read.correlationId()).isEqualTo(read.id());
        assertThat(read.causationId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ce_id,", "ce_source,", "sequence,", "sequence,many", "ce_time,", "ce_time,yesterday"})
    void a_record_without_what_every_event_carries_is_refused(String header, String value) {
        ProducerRecord<String, byte[]> sent = sent();
        sent.headers().remove(header);
        if (value != null) {
            sent.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> EnvelopeCodec.decode(received(sent, 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
