package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A service with one broker and one database, told and heard by itself. */
class RoundTripIT {
    private static final Messaging APP = Messaging.shared();

    @Test
    void what_is_written_is_heard_in_order_with_its_envelope() {
        OutboxCollection orders = APP.outboxes().collection("orders");
        orders.insert(
                new Document("_id", "ord_1"), List.of(Outgoing.to(Messaging.FACTS, Fact.TYPE, new Fact("ord_1", 1))));
        for (int n = 2; n <= 20; n++) {
            Document loaded = orders.findById("ord_1");
            assertThat(orders.update(
                            "ord_1",
                            OutboxCollection.revision(loaded),
                            Updates.set("n", n),
                            List.of(Outgoing.to(Messaging.FACTS, Fact.TYPE, new Fact("ord_1", n)))))
                    .isTrue();
        }
        List<Envelope> heard = APP.heard("ord_1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard).hasSize(20));
        assertThat(heard)
                .extracting(Envelope::sequence)
                .isSorted()
                .startsWith(1L)
                .endsWith(20L);
        assertThat(heard.getFirst().id()).startsWith("evt_");
        assertThat(heard.getFirst().source()).isEqualTo("/messaging-test/orders");
        await().untilAsserted(() -> assertThat(
                        orders.raw().find(new Document("_id", "ord_1")).first())
                .containsEntry("version", 20L)
                .doesNotContainKeys("outboxDue", "outboxLease"));
    }
}
