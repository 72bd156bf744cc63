package io.niaga.messaging;

import io.niaga.store.EmbeddedStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A small service that hears itself, for tests: one broker and one store per JVM. */
final class Messaging {
    static final String FACTS = "test.facts.v1";
    private static final Map<String, List<Envelope>> HEARD = new ConcurrentHashMap<>();
    private static Messaging shared;

    private final ConfigurableApplicationContext context;

    private Messaging() {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 3, FACTS);
        broker.afterPropertiesSet();
        EmbeddedStore store = EmbeddedStore.inMemory();
        context = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.application.name",
                        "messaging-test",
                        "spring.kafka.bootstrap-servers",
                        broker.getBrokersAsString(),
                        "spring.main.banner-mode",
                        "off",
                        "spring.mongodb.uri",
                        store.uri() + "/messaging_test"))
                .run();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            broker.destroy();
            store.close();
        }));
    }

    static synchronized Messaging shared() {
        if (shared == null) {
            shared = new Messaging();
        }
        return shared;
    }

    Outboxes outboxes() {
        return context.getBean(Outboxes.class);
    }

    List<Envelope> heard(String key) {
        return HEARD.computeIfAbsent(key, fresh -> Collections.synchronizedList(new ArrayList<>()));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {
        @Bean
        Subscription facts() {
            return Subscription.to(FACTS)
                    .as("test-facts")
                    .on(
                            Fact.TYPE,
                            Fact.class,
                            (fact, envelope) -> HEARD.computeIfAbsent(
                                            envelope.key(), fresh -> Collections.synchronizedList(new ArrayList<>()))
                                    .add(envelope))
                    .build();
        }
    }
}
