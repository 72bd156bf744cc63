package io.niaga.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;

/** Sends to a topic and waits for all in-sync replicas. */
final class KafkaCourier implements Courier {
    private final ProducerFactory<String, byte[]> producers;
    private final Duration patience;
    private final EventSpans spans;

    /** @param deliveryTimeout after which the producer itself gives up; waited for a little longer */
    KafkaCourier(ProducerFactory<String, byte[]> producers, Duration deliveryTimeout, EventSpans spans) {
        this.producers = producers;
        this.spans = spans;
        this.patience = deliveryTimeout.plusSeconds(2);
    }

    @Override
    public void deliver(String source, String key, Pending event) throws DeliveryFailed {
        // The factory shares one producer and replaces it after a fatal error; closing the handle only gives it back.
        try (Producer<String, byte[]> producer = producers.createProducer()) {
            producer.send(EnvelopeCodec.encode(source, key, event)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            spans.published(event, false);
        } catch (ExecutionException failed) {
            throw failed(event, failed.getCause());
        } catch (TimeoutException | KafkaException failed) {
            throw failed(event, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(event, stopped);
        }
    }

    private DeliveryFailed failed(Pending event, @Nullable Throwable cause) {
        spans.published(event, true);
        boolean outage = cause instanceof RetriableException || cause instanceof TimeoutException;
        return new DeliveryFailed("no acknowledgement from " + event.to(), cause, outage);
    }
}
