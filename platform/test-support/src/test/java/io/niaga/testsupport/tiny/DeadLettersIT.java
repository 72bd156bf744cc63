package io.niaga.testsupport.tiny;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FixedIds;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** From a poisoned, unknown or malformed event to its effect, by the endpoint that operations use. */
@NiagaIT
class DeadLettersIT {
    private static final String PATH = "/actuator/deadletters";
    private static final String GROUP = PATH + "/" + Parcels.GROUP;

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    @LocalManagementPort
    int managementPort;

    private Api management;

    @BeforeEach
    void management() {
        management = Api.at("http://127.0.0.1:" + managementPort);
    }

    @Test
    void a_poisoned_event_parks_its_key_and_a_redrive_brings_all_back_in_order() {
        String bad = key(1);
        String good = key(2);
        poison(bad);
        tell(bad, 1);
        tell(good, 1);
        tell(good, 1);
        tell(bad, 2);
        tell(bad, 2);
        tell(bad, 3);
        eventually(() -> assertThat(reasons(bad)).containsExactly("FAILED", "PARKED", "PARKED", "PARKED"));
        assertThat(Parcels.heard(mongo, good))
                .as("a duplicate has its effect once")
                .containsExactly(1L);

        Answer stillBad = management.post(GROUP, Map.of("key", bad)).expect(200);
        assertThat(stillBad.json("/received").asInt()).isZero();
        assertThat(Parcels.heard(mongo, bad)).isEmpty();

        Parcels.poisoned(mongo).deleteMany(new Document());
        Answer redriven = management.post(GROUP, Map.of("key", bad)).expect(200);
        assertThat(redriven.json("/received").asInt()).isEqualTo(4);
        assertThat(redriven.json("/stopped").isNull()).isTrue();
        assertThat(Parcels.heard(mongo, bad)).containsExactly(1L, 2L, 3L);
        tell(bad, 4);
        eventually(() -> assertThat(Parcels.heard(mongo, bad)).containsExactly(1L, 2L, 3L, 4L));
        assertThat(reasons(bad)).isEmpty();
    }

    @Test
    void an_unknown_version_and_a_malformed_event_wait_until_they_are_given_up() {
        String key = key(3);
        TestEvents.send(
                Topics.SHIPMENT,
                key,
                TestEvents.envelope(key, "parcel.delivered.v9", 1),
                "{}".getBytes(StandardCharsets.UTF_8));
        TestEvents.send(
                Topics.SHIPMENT,
                key,
                TestEvents.envelope(key, ParcelDeliveredV1.TYPE, 2),
                "{broken".getBytes(StandardCharsets.UTF_8));
        tell(key, 3);
        eventually(() -> assertThat(reasons(key)).containsExactly("UNKNOWN_VERSION", "PARKED", "PARKED"));
        assertThat(management
                        .post(GROUP, Map.of("key", key))
                        .expect(200)
                        .json("/received")
                        .asInt())
                .isZero();

        discardFirst(key);
        management.post(GROUP, Map.of("key", key)).expect(200);
        assertThat(reasons(key)).as("what is malformed stays in front").hasSize(2);
        discardFirst(key);
        Answer redriven = management.post(GROUP, Map.of("key", key)).expect(200);
        assertThat(redriven.json("/received").asInt()).isEqualTo(1);
        assertThat(Parcels.heard(mongo, key)).containsExactly(3L);
    }

    @Test
    void no_body_of_an_event_is_shown_and_metrics_count_what_waits() {
        String key = key(4);
        poison(key);
        tell(key, 1);
        eventually(() -> assertThat(reasons(key)).hasSize(1));
        assertThat(management.get(PATH).expect(200).json("").toString())
                .contains(key)
                .doesNotContain("tracking", "storeId");
        assertThat(meters.get("niaga.deadletters.added")
                        .tags("group", Parcels.GROUP, "reason", "FAILED")
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("niaga.deadletters.open")
                        .tag("group", Parcels.GROUP)
                        .gauge())
                .isNotNull();
        Parcels.poisoned(mongo).deleteMany(new Document());
        management.post(GROUP, Map.of()).expect(200);
    }

    @Test
    void it_is_only_on_the_management_port_and_knows_only_its_groups() {
        api.get(PATH).expect(404);
        api.post(GROUP, Map.of()).expect(404);
        management.get(PATH + "/nobody").expect(404);
        management.post(PATH + "/nobody", Map.of()).expect(404);
        management.delete(GROUP + "?id=tiny-parcels/nothing/0/0").expect(404);
        management.delete(GROUP + "?id=other-group/topic/0/0").expect(404);
    }

    private void discardFirst(String key) {
        String id = letters(key)[0].path("id").asString();
        assertThat(management
                        .delete(GROUP + "?id=" + id)
                        .expect(200)
                        .json("/discarded")
                        .asBoolean())
                .isTrue();
        management.delete(GROUP + "?id=" + id).expect(404);
    }

    private String[] reasons(String key) {
        JsonNode[] letters = letters(key);
        String[] reasons = new String[letters.length];
        for (int i = 0; i < letters.length; i++) {
            reasons[i] = letters[i].path("reason").asString();
        }
        return reasons;
    }

    private JsonNode[] letters(String key) {
        JsonNode letters = management.get(GROUP + "?limit=1000").expect(200).json("/letters");
        return StreamSupport.stream(letters.spliterator(), false)
                .filter(letter -> letter.path("key").asString().equals(key))
                .toArray(JsonNode[]::new);
    }

    private void poison(String key) {
        Parcels.poisoned(mongo).insertOne(new Document("_id", key));
    }

    private static String key(int n) {
        return FixedIds.nth("ful", 900 + n).toString();
    }

    private static void tell(String key, long sequence) {
        ParcelDeliveredV1 body = new ParcelDeliveredV1(key, "ord_1", "sto_1", "T1", true, Instant.EPOCH);
        TestEvents.tell(Topics.SHIPMENT, key, ParcelDeliveredV1.TYPE, sequence, body);
    }
}
