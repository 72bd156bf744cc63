package io.niaga.fulfillment.shipment;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.fulfillment.Shop;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.Told;
import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Where an order goes is in no log, in no event, and in no document but those that ship it, as long as they do. */
@NiagaIT(properties = {"logging.level.io.niaga=debug", "logging.level.io.niaga.service.problem=info"})
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataIT {
    private static final String RECIPIENT = "Raden Rahasia Empattujuh";
    private static final String PHONE = "+6281247114711";
    private static final String STREET = "Jalan Rahasia Nomor 4711";
    private static final List<String> PERSONAL = List.of(RECIPIENT, PHONE, STREET);

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    private static Map<String, Object> address() {
        return new HashMap<>(Map.of(
                "recipient",
                RECIPIENT,
                "phone",
                PHONE,
                "lines",
                List.of(STREET),
                "postalCode",
                "10110",
                "country",
                "ID"));
    }

    private Map<String, Boolean> whereItIs() {
        Map<String, Boolean> found = new TreeMap<>();
        for (String name : mongo.getCollectionNames()) {
            String all = String.join("\n", mongo.getCollection(name).find().map(Document::toJson));
            found.put(name, PERSONAL.stream().anyMatch(all::contains));
        }
        return found;
    }

    @Test
    void an_address_is_where_it_is_needed_while_it_is_needed_and_nowhere_else(CapturedOutput log) {
        Shop shop = new Shop(api).open().counted("A", 10);
        TypeId order = Shop.order();
        Map<String, Object> wanted = shop.wanted(order, 1, Map.of("A", 1));
        wanted.put("address", address());
        String reservation = Shop.reservation(order);
        shop.orders.put(reservation, wanted).expect(200);
        shop.orders
                .put(reservation + "/address", Map.of("fence", 2, "address", address()))
                .expect(200);
        assertThat(whereItIs()).containsEntry("reservations", true).containsEntry("fulfillments", false);

        shop.orders
                .put(reservation + "/address", Map.of("fence", 1, "address", address()))
                .expectProblem(409, "FENCED");
        Map<String, Object> odd = address();
        odd.put(RECIPIENT, STREET);
        shop.orders
                .put(reservation + "/address", Map.of("fence", 3, "address", odd))
                .expectProblem(400, "UNKNOWN_FIELD");
        shop.orders
                .send(
                        "PUT",
                        reservation + "/address",
                        "application/json",
                        ("{\"address\":{\"phone\":\"" + PHONE).getBytes(StandardCharsets.UTF_8))
                .expect(400);

        shop.release(order, 9).expect(200);
        assertThat(whereItIs()).doesNotContainValue(true);
        eventually(() ->
                assertThat(TestEvents.told(Topics.AVAILABILITY, shop.key("A"))).isNotEmpty());
        for (String topic : List.of(Topics.SHIPMENT, Topics.STOCK, Topics.AUDIT)) {
            for (String key : List.of(order.withPrefix("ful").toString(), shop.key("A"))) {
                assertThat(TestEvents.told(topic, key).stream().map(Told::body).map(String::valueOf))
                        .noneMatch(body -> PERSONAL.stream().anyMatch(body::contains));
            }
        }
        // Seen to be listening at all.
        assertThat(log.getAll()).contains("fulfillment-service");
        assertThat(log.getAll().lines())
                .filteredOn(line -> PERSONAL.stream().anyMatch(line::contains))
                .isEmpty();
    }
}
