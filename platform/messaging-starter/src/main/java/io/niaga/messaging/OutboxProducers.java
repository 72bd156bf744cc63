package io.niaga.messaging;

import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** The outbox' own producer, apart from whatever else the application sends. */
record OutboxProducers(DefaultKafkaProducerFactory<String, byte[]> factory) {
    void destroy() {
        factory.destroy();
    }
}
