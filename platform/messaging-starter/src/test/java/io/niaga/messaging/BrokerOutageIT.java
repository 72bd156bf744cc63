package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed while a service tells and hears, and comes back on its log. */
class BrokerOutageIT {
    private static final String TOPIC = "test.outage.v1";
    private static final int KEYS = 30;
    private static final Duration LONG = Duration.ofSeconds(60);
    private final Messaging.Notes notes = new Messaging.Notes();

    private static void createTopic(BrokerProcess broker) throws Exception {
        await().atMost(LONG).until(broker::answers);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static List<Outgoing> fact(String id, int n) {
        return List.of(Outgoing.to(TOPIC, Fact.TYPE, new Fact(id, n)));
    }

    private void heard(int each) {
        await().atMost(LONG).untilAsserted(() -> {
            for (int i = 0; i < KEYS; i++) {
                List<Long> all = notes.sequences("k" + i);
                List<Long> once = List.copyOf(new TreeSet<>(all));
                assertThat(once).as("k" + i).hasSize(each).endsWith((long) each);
                assertThat(all.stream().distinct().toList())
                        .as("first sight of each is in order")
                        .isEqualTo(once);
            }
        });
    }

    @Test
    void commands_go_on_without_a_broker_and_everything_is_told_when_it_is_back(@TempDir Path directory)
            throws Exception {
        Subscription all = Subscription.to(TOPIC)
                .as("outage")
                .on(Fact.TYPE, Fact.class, notes)
                .build();
        try (BrokerProcess broker = new BrokerProcess(directory)) {
            broker.start();
            createTopic(broker);
            try (Messaging service = new Messaging(broker.servers(), all)) {
                OutboxCollection things = service.collection("things");
                for (int i = 0; i < KEYS; i++) {
                    things.insert(new Document("_id", "k" + i), fact("k" + i, 1));
                }
                heard(1);
                broker.kill();
                for (int n = 2; n <= 4; n++) {
                    for (int i = 0; i < KEYS; i++) {
                        Document loaded = things.findById("k" + i);
                        assertThat(things.update(
                                        "k" + i,
                                        OutboxCollection.revision(loaded),
                                        Updates.set("n", n),
                                        fact("k" + i, n)))
                                .isTrue();
                    }
                }
                assertThat(things.raw().countDocuments(Filters.exists("outboxDue")))
                        .isEqualTo(KEYS);
                broker.start();
                heard(4);
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(things.raw().countDocuments(Filters.exists("outboxDue")))
                                .isZero());
            }
        }
    }
}
