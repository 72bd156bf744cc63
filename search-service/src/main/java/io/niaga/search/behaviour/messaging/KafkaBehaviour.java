package io.niaga.search.behaviour.messaging;

import io.niaga.events.Topics;
import io.niaga.events.json.CommerceJsonModule;
import io.niaga.messaging.EnvelopeCodec;
import io.niaga.search.behaviour.Behaviour;
import io.niaga.search.behaviour.BehaviourStream;
import io.niaga.search.behaviour.Visit;
import io.niaga.types.CommonProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells behaviour straight to its topic: there is no aggregate whose outbox could hold it, and the caller holds it until it is
 * acknowledged. The producer's buffer is the bound; when it is full, or the broker is silent, the caller hears 503.
 */
public final class KafkaBehaviour implements BehaviourStream {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBehaviour.class);
    private static final String SOURCE = "/search-service/behaviour";

    private final Producer<String, byte[]> producer;
    private final Duration patience;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new CommerceJsonModule()).build();

    /** @param patience how long the broker's acknowledgement is waited for */
    public KafkaBehaviour(Producer<String, byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    @Override
    public void tell(Visit visit, List<Behaviour> behaviour) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Behaviour b : behaviour) {
                sent.add(sent(message(visit, b), deadline));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get(left(deadline), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            LOG.warn("behaviour was not taken by the broker: {}", failed.toString());
            throw CommonProblem.SERVICE_UNAVAILABLE.now();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommonProblem.SERVICE_UNAVAILABLE.now();
        }
    }

    /** Each may have waited for room: what was refused, or came too late, speaks for all that would follow. */
    private Future<RecordMetadata> sent(ProducerRecord<String, byte[]> message, long deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        Future<RecordMetadata> sent = producer.send(message);
        if (sent.isDone()) {
            sent.get();
        } else if (left(deadline) == 0) {
            throw new TimeoutException("no acknowledgement in time");
        }
        return sent;
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }

    private ProducerRecord<String, byte[]> message(Visit visit, Behaviour behaviour) {
        BehaviourEvents.Event event = BehaviourEvents.of(visit, behaviour);
        String key = visit.session().toString();
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topics.BEHAVIOUR, key, json.writeValueAsBytes(event.body()));
        String at = behaviour.at().toString();
        String id = EnvelopeCodec.eventId(
                SOURCE,
                key + "\n" + event.type() + "\n" + subject(behaviour),
                behaviour.at().toEpochMilli());
        Headers headers = message.headers();
        put(headers, EnvelopeCodec.SPEC, "1.0");
        put(headers, EnvelopeCodec.ID, id);
        put(headers, EnvelopeCodec.SOURCE, SOURCE);
        put(headers, EnvelopeCodec.TYPE, event.type());
        put(headers, EnvelopeCodec.SUBJECT, key);
        put(headers, EnvelopeCodec.TIME, at);
        put(headers, "content-type", "application/json");
        put(headers, EnvelopeCodec.SEQUENCE, Long.toString(behaviour.at().toEpochMilli()));
        put(headers, EnvelopeCodec.CORRELATION, id);
        return message;
    }

    /** With the moment and the session, what makes it the same deed told again. */
    private static String subject(Behaviour b) {
        return Objects.toString(b.productId(), "") + "\n" + Objects.toString(b.sku(), "") + "\n"
                + Objects.toString(b.query(), "") + "\n" + Objects.toString(b.orderId(), "");
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
