package io.niaga.catalog;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.availability.Availabilities;
import io.niaga.catalog.availability.Availability;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.events.users.StoreStateV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.Sku;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class ConsumersIT {
    private static final String FIRST = "whs_01kavf8g00e4ttm0nbdjqsmn0n";
    private static final String SECOND = "whs_01kavf8g00e4ttm0nbdjqsmn1n";

    @Autowired
    Api api;

    @Autowired
    Availabilities availabilities;

    @Autowired
    MongoTemplate mongo;

    Shop shop;

    @BeforeEach
    void a_store_of_its_own() {
        shop = Shop.opened(api);
    }

    private String key(String warehouse) {
        return shop.id() + "/KMJ-1/" + warehouse;
    }

    private void tell(String warehouse, long sequence, String availability) {
        TestEvents.tell(
                Topics.AVAILABILITY,
                key(warehouse),
                AvailabilityStateV1.TYPE,
                sequence,
                new AvailabilityStateV1(shop.id().value(), "KMJ-1", warehouse, availability));
    }

    private void is(Availability expected) {
        eventually(() -> assertThat(availabilities.of(shop.id(), List.of(Sku.of("KMJ-1"))))
                .containsValue(expected));
    }

    private long dead(String text) {
        return mongo.getCollection("deadletters").countDocuments(new Document("key", text));
    }

    @Test
    void the_best_of_the_warehouses_counts_until_it_has_the_sku_no_more() {
        Answer product = shop.published("KMJ-1");
        tell(FIRST, 1, "LOW");
        is(Availability.LOW);
        tell(SECOND, 1, "IN_STOCK");
        is(Availability.IN_STOCK);
        assertThat(api.get("/v1/products/" + product.text("/id")).text("/variants/0/availability"))
                .isEqualTo("IN_STOCK");
        TestEvents.tellGone(Topics.AVAILABILITY, key(SECOND), AvailabilityStateV1.TYPE, 2);
        is(Availability.LOW);
    }

    @Test
    void repeated_and_late_availability_changes_nothing() {
        tell(FIRST, 5, "LOW");
        tell(FIRST, 5, "IN_STOCK");
        tell(FIRST, 4, "IN_STOCK");
        tell(SECOND, 1, "OUT");
        tell(FIRST, 6, "OUT");
        is(Availability.OUT);
        tell(FIRST, 6, "IN_STOCK");
        tell(FIRST, 7, "LOW");
        is(Availability.LOW);
    }

    @Test
    void malformed_availability_is_a_dead_letter_and_others_go_on() {
        String key = key(FIRST);
        TestEvents.send(
                Topics.AVAILABILITY, key, TestEvents.envelope(key, AvailabilityStateV1.TYPE, 1), "{".getBytes());
        TestEvents.tell(Topics.AVAILABILITY, key, "availability.state.v9", 2, "{}");
        TestEvents.tell(Topics.AVAILABILITY, key, "something.else.v1", 3, "{}");
        TestEvents.tell(
                Topics.AVAILABILITY,
                key,
                AvailabilityStateV1.TYPE,
                4,
                new AvailabilityStateV1(shop.id().value(), "KMJ-1", "not.a.warehouse", "LOW"));
        tell(SECOND, 1, "LOW");
        is(Availability.LOW);
        eventually(() -> assertThat(dead(key)).isEqualTo(3));
    }

    @Test
    void a_late_or_repeated_store_state_changes_nothing() {
        Shop.tell(shop.id(), "IDR", 7, "2026-02-01T00:00:00Z");
        Shop.tell(shop.id(), "IDR", 7, "2026-02-01T00:00:00Z");
        Shop.tell(shop.id(), "EUR", 6, "2026-02-01T00:00:00Z");
        Shop marker = Shop.opened(api);
        assertThat(marker.id()).isNotNull();
        eventually(() -> assertThat(kept().getString("name")).isEqualTo("Toko 7"));
        assertThat(kept().getString("currency")).isEqualTo("IDR");
    }

    private Document kept() {
        return mongo.getCollection("stores")
                .find(new Document("_id", shop.id().value()))
                .first();
    }

    @Test
    void a_store_that_makes_no_sense_is_a_dead_letter_and_other_facts_about_users_are_none_of_our_business() {
        String key = "sto_01kavf8g00e4ttm0nbdjqsmn2n";
        TestEvents.tell(Topics.USER, key, StoreStateV1.TYPE, 1, "{\"storeId\":\"nonsense\"}");
        TestEvents.tell(Topics.USER, key, "store.state.v7", 2, "{}");
        TestEvents.tell(Topics.USER, key, "account.registered.v1", 3, "{}");
        eventually(() -> assertThat(dead(key)).isEqualTo(2));
        api.get("/v1/categories?store=" + key).expectProblem(404, "STORE_UNKNOWN");
    }

    @Test
    void the_first_store_is_the_oldest() {
        Shop.tell(shop.id(), "IDR", 9, "2020-01-01T00:00:00Z");
        eventually(() -> assertThat(shop.order()
                        .post("/internal/v1/price-lookups", "{\"storeId\":null,\"language\":\"id\",\"skus\":[\"X\"]}")
                        .expect(200)
                        .text("/storeId"))
                .isEqualTo(shop.id().value()));
        Shop.tell(shop.id(), "IDR", 10, "2026-02-01T00:00:00Z");
    }
}
