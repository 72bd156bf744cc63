package io.niaga.messaging;

import java.util.Map;
import java.util.UUID;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker per JVM. */
final class TestBroker {
    private static final EmbeddedKafkaBroker BROKER = start();

    private TestBroker() {}

    private static EmbeddedKafkaBroker start() {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 3);
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    static String servers() {
        return BROKER.getBrokersAsString();
    }

    /** A new topic with three partitions. */
    static String topic() {
        String name = "test." + UUID.randomUUID() + ".v1";
        BROKER.addTopics(name);
        return name;
    }

    static DefaultKafkaProducerFactory<String, byte[]> producers(MessagingProperties.OutboxKnobs knobs) {
        Map<String, Object> settings = KafkaSettings.producer(new java.util.HashMap<>(), knobs);
        settings.put("bootstrap.servers", servers());
        return new DefaultKafkaProducerFactory<>(settings);
    }
}
