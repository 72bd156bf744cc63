package io.niaga.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.trace.Spans;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Wires telling and hearing into a service that has MongoDB and Kafka. */
@AutoConfiguration(after = {DataMongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties(MessagingProperties.class)
final class MessagingAutoConfiguration {
    private final MessagingProperties knobs;
    private final MeterRegistry meters;
    private final Clock business;
    private final EventSpans spans;

    MessagingAutoConfiguration(
            MessagingProperties knobs,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<Clock> clock,
            ObjectProvider<Spans> spans) {
        this.knobs = knobs;
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
        this.business = clock.getIfAvailable(Clock::systemUTC);
        this.spans = new EventSpans(spans.getIfAvailable());
    }

    @Bean(destroyMethod = "destroy")
    OutboxProducers outboxProducers(KafkaProperties kafka, KafkaConnectionDetails broker) {
        var settings = KafkaSettings.producer(kafka.buildProducerProperties(), knobs.outbox());
        settings.put("bootstrap.servers", broker.getProducer().getBootstrapServers());
        DefaultKafkaProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(settings);
        producers.addListener(new MicrometerProducerListener<>(meters));
        return new OutboxProducers(producers);
    }

    @Bean
    OutboxMeters outboxMeters() {
        return new OutboxMeters(meters, Clock.systemUTC());
    }

    @Bean
    LocalCourier localCourier(ObjectProvider<LocalWriter> writers) {
        return new LocalCourier(writers::orderedStream);
    }

    @Bean
    Relay outboxRelay(OutboxProducers producers, LocalCourier local, OutboxMeters seen) {
        Courier topics = new KafkaCourier(producers.factory(), knobs.outbox().deliveryTimeout(), spans);
        // Leases are between processes, so they follow the machine's clock, whatever the business believes.
        return new Relay(new Couriers(topics, local), Clock.systemUTC(), knobs.outbox(), seen);
    }

    @Bean
    SafetyNet outboxSafetyNet(Relay relay, OutboxMeters seen) {
        return new SafetyNet(relay, Clock.systemUTC(), knobs.outbox().sweepInterval(), seen);
    }

    @Bean
    Outboxes outboxes(
            MongoDatabaseFactory databases,
            Environment environment,
            Relay relay,
            LocalCourier local,
            SafetyNet safetyNet,
            OutboxMeters seen) {
        String service = environment.getProperty("spring.application.name", "application");
        return new Outboxes(databases, service, new OutboxDesk(relay, local, business, seen), safetyNet);
    }

    @Bean
    DeadLetterStore deadLetterStore(MongoDatabaseFactory databases) {
        return new DeadLetterStore(databases, business);
    }

    @Bean
    DeadLetters deadLetters(DeadLetterStore store) {
        return new DeadLetters(store);
    }

    @Bean
    Replay replay(KafkaProperties kafka, KafkaConnectionDetails broker) {
        var settings = KafkaSettings.consumer(kafka.buildConsumerProperties(), knobs.consumer());
        settings.put("bootstrap.servers", broker.getConsumer().getBootstrapServers());
        settings.remove("group.id");
        return new Replay(() -> new KafkaConsumer<>(settings));
    }

    @Bean
    Listening listening(
            KafkaProperties kafka,
            KafkaConnectionDetails broker,
            ObjectProvider<Subscription> subscriptions,
            DeadLetterStore store,
            DeadLetters dead) {
        var settings = KafkaSettings.consumer(kafka.buildConsumerProperties(), knobs.consumer());
        settings.put("bootstrap.servers", broker.getConsumer().getBootstrapServers());
        DefaultKafkaConsumerFactory<String, byte[]> consumers = new DefaultKafkaConsumerFactory<>(settings);
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        subscriptions.orderedStream().forEach(subscription -> {
            if (!groups.add(subscription.group())) {
                throw new IllegalStateException("two subscriptions listen as " + subscription.group());
            }
            containers.add(Listening.container(
                    consumers, subscription, knobs.consumer().gather(), listener(subscription, store, dead)));
        });
        return new Listening(containers);
    }

    private SubscriptionListener listener(Subscription subscription, DeadLetterStore store, DeadLetters dead) {
        ConsumerMeters seen = new ConsumerMeters(meters, business, subscription.group());
        FailureRules rules = new FailureRules(knobs.consumer().outages());
        Attempts attempts = new Attempts(knobs.consumer().tries(), rules);
        seen.watchOpen(new OpenCount(store::count));
        Delivery delivery = new Delivery(subscription, store, attempts, rules, seen, spans);
        dead.serve(subscription.group(), delivery);
        return new SubscriptionListener(subscription.group(), delivery, knobs.consumer(), seen);
    }
}
