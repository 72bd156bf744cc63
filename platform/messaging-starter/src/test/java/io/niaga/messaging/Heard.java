package io.niaga.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The hearing side of one process without a broker: records are given to it as a poll would. */
final class Heard {
    static final String GROUP = "heard";
    final DeadLetterStore store = new DeadLetterStore(TestStore.databases(), Clock.systemUTC());
    final DeadLetters dead = new DeadLetters(store);
    final Delivery delivery;
    private long offset;

    Heard(Subscription subscription) {
        FailureRules rules = new FailureRules(List.of());
        ConsumerMeters meters = new ConsumerMeters(new SimpleMeterRegistry(), Clock.systemUTC(), GROUP);
        delivery = new Delivery(subscription, store, new Attempts(3, rules), rules, meters, new EventSpans(null));
        dead.serve(GROUP, delivery);
    }

    ConsumerRecord<String, byte[]> fact(String key, long seq) {
        return record(key, seq, Fact.TYPE, "{\"id\":\"" + key + "\",\"n\":" + seq + "}");
    }

    ConsumerRecord<String, byte[]> record(String key, long seq, String type, String json) {
        return sent(key, new Pending(seq, "facts", type, json, Instant.now(), null, null, null));
    }

    ConsumerRecord<String, byte[]> sent(String key, Pending event) {
        return EnvelopeCodecTest.received(EnvelopeCodec.encode("/t/things", key, event), offset++);
    }

    ConsumerRecord<String, byte[]> bare(String key, String json) {
        return EnvelopeCodecTest.received(
                new ProducerRecord<>("facts", key, json.getBytes(StandardCharsets.UTF_8)), offset++);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final void poll(ConsumerRecord<String, byte[]>... records) throws BackOff {
        delivery.deliver(List.of(records));
    }

    List<DeadLetter> letters() {
        return dead.open(GROUP, 100);
    }
}
