package io.niaga.fulfillment.warehouse;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.fulfillment.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.TypeId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NiagaIT
class WarehouseIT {
    @Autowired
    Api api;

    private Shop shop;
    private String first;
    private String second;

    @BeforeEach
    void a_store() {
        shop = new Shop(api);
        first = "/v1/warehouses/" + shop.warehouse;
        second = "/v1/warehouses/" + new TypeId("whs", UUID.randomUUID());
    }

    @Test
    void a_store_has_exactly_one_default() {
        Map<String, Object> plain = Map.of("storeId", shop.store.value(), "name", "Satu", "countryCode", "ID");
        assertThat(shop.admin.put(first, plain).expect(200).json("/default").booleanValue())
                .isTrue();
        assertThat(shop.admin.put(second, plain).expect(200).json("/default").booleanValue())
                .isFalse();
        shop.operator.put(second, shop.warehouse("Dua", true)).expect(200);
        JsonNode all = shop.support.get("/v1/warehouses").expect(200).json("/items");
        assertThat(all.findValues("default").stream().filter(JsonNode::booleanValue))
                .hasSize(1);
        assertThat(shop.seller.get(second).expect(200).json("/default").booleanValue())
                .isTrue();
        shop.admin.put(second, shop.warehouse("Dua", false)).expectProblem(409, "DEFAULT_WAREHOUSE_REQUIRED");
    }

    @Test
    void who_may_not_is_told_so() {
        shop.guest.put(first, shop.warehouse("X", true)).expectProblem(401, "UNAUTHENTICATED");
        shop.buyer.put(first, shop.warehouse("X", true)).expectProblem(403, "FORBIDDEN");
        shop.seller.put(first, shop.warehouse("X", true)).expectProblem(403, "FORBIDDEN");
        shop.stranger.put(first, shop.warehouse("X", true)).expectProblem(404, "NOT_FOUND");
        shop.open();
        shop.stranger.get(first).expectProblem(404, "NOT_FOUND");
        shop.stranger.get(second).expectProblem(404, "NOT_FOUND");
        shop.buyer.get(second).expectProblem(403, "FORBIDDEN");
        shop.guest.get(second).expectProblem(401, "UNAUTHENTICATED");
        shop.admin.get("/v1/warehouses/nonsense").expectProblem(404, "NOT_FOUND");
    }

    @Test
    void a_warehouse_stays_in_its_store() {
        shop.open();
        Shop other = new Shop(api);
        shop.operator.put(first, other.warehouse("X", true)).expectProblem(409, "WAREHOUSE_STORE_FIXED");
        other.admin.put(first, other.warehouse("X", true)).expectProblem(404, "NOT_FOUND");
    }

    @Test
    void what_is_not_a_warehouse_is_refused() {
        shop.admin
                .put(first, Map.of("storeId", shop.store.value(), "name", " ", "countryCode", "ID"))
                .expectProblem(400, "INVALID_REQUEST");
        shop.admin
                .put(first, Map.of("storeId", shop.store.value(), "name", "X", "countryCode", "XX"))
                .expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void changes_are_audited_and_guarded() {
        shop.open();
        Answer seen = shop.admin.get(first);
        shop.admin.matching(seen).put(first, shop.warehouse("Baru", true)).expect(200);
        shop.admin.matching(seen).put(first, shop.warehouse("Lama", true)).expectProblem(412, "STALE_VERSION");
        shop.admin.put(first, shop.warehouse("Baru", true)).expect(200);
        eventually(() -> {
            var audit = TestEvents.told(Topics.AUDIT, shop.store.value());
            assertThat(audit).hasSize(2);
            assertThat(audit.getLast().text("/changes/0/from")).isEqualTo("Gudang");
            assertThat(audit.getLast().text("/changes/0/to")).isEqualTo("Baru");
        });
    }

    @Test
    void a_store_has_at_most_a_hundred() {
        shop.open();
        for (int i = 1; i < StoreWarehouses.MOST; i++) {
            shop.open(new TypeId("whs", UUID.randomUUID()).toString(), false);
        }
        shop.admin.put(second, shop.warehouse("One more", false)).expectProblem(409, "TOO_MANY_WAREHOUSES");
    }
}
