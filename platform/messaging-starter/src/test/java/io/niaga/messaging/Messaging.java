package io.niaga.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** A small service with the starter as services have it, on the shared broker and store. */
final class Messaging implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    Messaging(String servers, Subscription... subscriptions) {
        this("m_" + UUID.randomUUID().toString().substring(0, 8), servers, subscriptions);
    }

    Messaging(String database, String servers, Subscription... subscriptions) {
        context = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext fresh) -> {
                    for (Subscription subscription : subscriptions) {
                        fresh.registerBean(subscription.group(), Subscription.class, () -> subscription);
                    }
                })
                // Arguments win over the system property that an embedded broker of the same JVM leaves.
                .run(
                        "--spring.application.name=messaging-test",
                        "--spring.kafka.bootstrap-servers=" + servers,
                        "--spring.main.banner-mode=off",
                        "--niaga.messaging.outbox.sweep-interval=1s",
                        "--niaga.messaging.outbox.delivery-timeout=3s",
                        "--niaga.messaging.consumer.back-off=100ms",
                        "--spring.mongodb.uri=" + TestStore.databaseUri(database));
    }

    OutboxCollection collection(String name) {
        return context.getBean(Outboxes.class).collection(name);
    }

    DeadLetters dead() {
        return context.getBean(DeadLetters.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Takes notes of what it receives, by key. */
    static final class Notes implements Receiver<Fact> {
        private final Map<String, List<Envelope>> byKey = new ConcurrentHashMap<>();

        @Override
        public void receive(Fact fact, Envelope envelope) {
            of(envelope.key()).add(envelope);
        }

        List<Envelope> of(String key) {
            return byKey.computeIfAbsent(key, fresh -> new CopyOnWriteArrayList<>());
        }

        List<Long> sequences(String key) {
            return new ArrayList<>(of(key).stream().map(Envelope::sequence).toList());
        }

        int size() {
            return byKey.values().stream().mapToInt(List::size).sum();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}
}
