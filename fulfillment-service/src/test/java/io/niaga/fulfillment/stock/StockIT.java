package io.niaga.fulfillment.stock;

import static io.niaga.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.fulfillment.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Role;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NiagaIT
class StockIT {
    @Autowired
    Api api;

    private Shop shop;

    @BeforeEach
    void a_store_with_a_warehouse() {
        shop = new Shop(api).open();
    }

    @Test
    void a_count_creates_the_row_as_the_tour_says() {
        Answer counted = shop.seller
                .put(shop.stock("KMJ-1"), Map.of("onHand", 25, "reason", "COUNT"))
                .expect(200);
        assertThat(counted.text("/sku")).isEqualTo("KMJ-1");
        assertThat(counted.text("/storeId")).isEqualTo(shop.store.value());
        assertThat(counted.json("/onHand").intValue()).isEqualTo(25);
        assertThat(counted.json("/reserved").intValue()).isZero();
        assertThat(counted.json("/available").intValue()).isEqualTo(25);
        assertThat(shop.support.get(shop.stock("KMJ-1")).expect(200).etag()).isEqualTo(counted.etag());
    }

    @Test
    void staff_of_one_store_need_not_name_it() {
        shop.seller.put("/v1/stock/A", Map.of("onHand", 1)).expect(200);
        shop.packer.get("/v1/stock/A").expect(200);
        shop.operator.get("/v1/stock/A").expectProblem(400, "INVALID_PARAMETER");
        shop.guest.get("/v1/stock/A").expectProblem(401, "UNAUTHENTICATED");
        shop.buyer.get("/v1/stock/A").expectProblem(403, "FORBIDDEN");
    }

    @Test
    void the_fields_are_those_of_the_role() {
        shop.counted("A", 10);
        Answer refused = shop.seller
                .put(shop.stock("A"), Map.of("onHand", 11, "safety", 2, "reorderPoint", 3))
                .expectProblem(403, "FIELDS_NOT_PERMITTED");
        assertThat(refused.json("/errors").findValuesAsString("pointer")).containsExactly("/reorderPoint", "/safety");
        assertThat(shop.seller.get(shop.stock("A")).json("/onHand").intValue()).isEqualTo(10);
        shop.packer.put(shop.stock("A"), Map.of("onHand", 12)).expect(200);
        Answer set = shop.admin
                .put(shop.stock("A"), Map.of("onHand", 12, "safety", 2, "reorderPoint", 3))
                .expect(200);
        assertThat(set.json("/available").intValue()).isEqualTo(10);
        assertThat(set.json("/reorderPoint").intValue()).isEqualTo(3);
        // Naming what is already so changes nothing, so it is nobody's to refuse.
        shop.seller.put(shop.stock("A"), Map.of("onHand", 12, "safety", 2)).expect(200);
        shop.support.put(shop.stock("A"), Map.of("onHand", 1)).expectProblem(403, "FORBIDDEN");
        shop.buyer.put(shop.stock("A"), Map.of("onHand", 1)).expectProblem(403, "FORBIDDEN");
        shop.guest.put(shop.stock("A"), Map.of("onHand", 1)).expectProblem(401, "UNAUTHENTICATED");
        shop.stranger.put(shop.stock("A"), Map.of("onHand", 1)).expectProblem(404, "NOT_FOUND");
        shop.stranger.get(shop.stock("A")).expectProblem(404, "NOT_FOUND");
    }

    @Test
    void nothing_that_orders_have_is_counted_away() {
        shop.counted("A", 10);
        shop.reserve(Shop.order(), 1, Map.of("A", 4)).expect(200);
        Answer refused =
                shop.seller.put(shop.stock("A"), Map.of("onHand", 3)).expectProblem(409, "STOCK_BELOW_RESERVED");
        assertThat(refused.json("/params/reserved").intValue()).isEqualTo(4);
        assertThat(shop.seller
                        .put(shop.stock("A"), Map.of("onHand", 4))
                        .expect(200)
                        .json("/available")
                        .intValue())
                .isZero();
    }

    @Test
    void a_stale_count_is_refused_when_it_says_what_it_saw() {
        shop.counted("A", 10);
        Answer seen = shop.seller.get(shop.stock("A"));
        shop.seller.matching(seen).put(shop.stock("A"), Map.of("onHand", 9)).expect(200);
        shop.seller.matching(seen).put(shop.stock("A"), Map.of("onHand", 8)).expectProblem(412, "STALE_VERSION");
        shop.seller.matching(seen).put(shop.stock("NEW"), Map.of("onHand", 8)).expectProblem(412, "STALE_VERSION");
    }

    @Test
    void what_cannot_be_is_refused() {
        shop.seller.put(shop.stock("A"), Map.of("onHand", -1)).expectProblem(400, "INVALID_REQUEST");
        shop.seller
                .put(shop.stock("A"), Map.of("onHand", 1, "reason", "no words"))
                .expectProblem(400, "INVALID_REQUEST");
        shop.seller.put(shop.stock("A"), Map.of("onHand", 1, "reserved", 0)).expectProblem(400, "UNKNOWN_FIELD");
        shop.seller.put(shop.stock("A") + "&warehouse=x", Map.of("onHand", 1)).expectProblem(400, "INVALID_PARAMETER");
        String unknown = new TypeId("whs", UUID.randomUUID()).toString();
        shop.seller
                .put(shop.stock("A") + "&warehouse=" + unknown, Map.of("onHand", 1))
                .expectProblem(404, "NOT_FOUND");
        shop.seller.get(shop.stock("A")).expectProblem(404, "NOT_FOUND");
        new Shop(api).seller.put("/v1/stock/A", Map.of("onHand", 1)).expectProblem(409, "NO_WAREHOUSE");
    }

    @Test
    void availability_is_told_when_its_class_changes_and_only_then() {
        shop.counted("A", 20)
                .counted("A", 19)
                .counted("A", 3)
                .counted("A", 2)
                .counted("A", 0)
                .counted("A", 20);
        eventually(() -> assertThat(availability("A")).containsExactly("IN_STOCK", "LOW", "OUT", "IN_STOCK"));
        TypeId order = Shop.order();
        shop.reserve(order, 1, Map.of("A", 17)).expect(200);
        shop.reserve(Shop.order(), 1, Map.of("A", 1)).expect(200);
        shop.release(order, 2).expect(200);
        eventually(() ->
                assertThat(availability("A")).containsExactly("IN_STOCK", "LOW", "OUT", "IN_STOCK", "LOW", "IN_STOCK"));
        shop.admin
                .put(shop.stock("A"), Map.of("onHand", 20, "reorderPoint", 19))
                .expect(200);
        eventually(() -> assertThat(availability("A")).hasSize(7).last().isEqualTo("LOW"));
    }

    private List<String> availability(String sku) {
        return TestEvents.told(Topics.AVAILABILITY, shop.key(sku)).stream()
                .map(t -> t.text("/availability"))
                .toList();
    }

    @Test
    void a_count_is_told_audited_and_written_down() {
        shop.counted("A", 20).counted("A", 25);
        shop.admin
                .put(shop.stock("A"), Map.of("onHand", 25, "safety", 5, "reason", "CORRECTION"))
                .expect(200);
        eventually(() -> {
            List<Told> adjusted = TestEvents.told(Topics.STOCK, shop.key("A"));
            assertThat(adjusted).hasSize(2);
            assertThat(adjusted.getLast().text("/onHandBefore")).isEqualTo("20");
            assertThat(adjusted.getLast().text("/onHandAfter")).isEqualTo("25");
            List<Told> audit = TestEvents.told(Topics.AUDIT, shop.key("A"));
            assertThat(audit).hasSize(3);
            assertThat(audit.getLast().text("/action")).isEqualTo("stock:write");
            assertThat(audit.getLast().text("/changes/0/pointer")).isEqualTo("/safety");
            assertThat(audit.getLast().text("/reason")).isEqualTo("CORRECTION");
        });
        eventually(() -> {
            JsonNode moved =
                    shop.support.get("/v1/stock-movements?sku=A").expect(200).json("/items");
            assertThat(moved.size()).isEqualTo(3);
            assertThat(moved.get(0).at("/safety/after").intValue()).isEqualTo(5);
            assertThat(moved.get(1).at("/onHand/before").intValue()).isEqualTo(20);
            assertThat(moved.get(1).at("/actor").stringValue()).startsWith("usr_");
        });
        shop.seller.put(shop.stock("A"), Map.of("onHand", 25)).expect(200);
        assertThat(shop.support.get("/v1/stock-movements?sku=A").json("/items").size())
                .isEqualTo(3);
        shop.stranger.get("/v1/stock-movements?store=" + shop.store).expectProblem(404, "NOT_FOUND");
    }

    @Test
    void lists_are_paged() {
        IntStream.range(0, 5).forEach(i -> shop.counted("SKU-" + i, i));
        List<String> seen = new ArrayList<>();
        String next = "/v1/stock?limit=2";
        while (next != null) {
            Answer page = shop.support.get(next).expect(200);
            seen.addAll(page.json("/items").findValuesAsString("sku"));
            JsonNode cursor = page.json("/nextCursor");
            next = cursor.isNull() ? null : "/v1/stock?limit=2&after=" + cursor.stringValue();
        }
        assertThat(seen).containsExactly("SKU-0", "SKU-1", "SKU-2", "SKU-3", "SKU-4");
        eventually(() -> {
            Answer first = shop.support.get("/v1/stock-movements?limit=3").expect(200);
            String after = first.text("/nextCursor");
            Answer second = shop.support
                    .get("/v1/stock-movements?limit=3&after=" + after)
                    .expect(200);
            assertThat(first.json("/items").size() + second.json("/items").size())
                    .isEqualTo(4);
        });
        shop.support.get("/v1/stock?after=x").expectProblem(400, "INVALID_PARAMETER");
        shop.support.get("/v1/stock-movements?after=eHh4").expectProblem(400, "INVALID_PARAMETER");
        shop.support.get("/v1/stock?limit=0").expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void a_cursor_does_not_leave_the_store() {
        Shop other = new Shop(api).open().counted("A", 1);
        shop.counted("A", 1);
        for (String before : List.of("sto_", other.key("A"), shop.store.value(), "zzz")) {
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(before.getBytes(UTF_8));
            shop.support.get("/v1/stock?after=" + cursor).expectProblem(400, "INVALID_PARAMETER");
        }
    }

    @Test
    void an_import_counts_in_bulk() {
        shop.counted("KNOWN", 7).counted("HELD", 7);
        shop.reserve(Shop.order(), 1, Map.of("HELD", 5)).expect(200);
        List<Map<String, Object>> items = new ArrayList<>();
        items.add(Map.of("sku", "KNOWN", "onHand", 7));
        items.add(Map.of("sku", "HELD", "onHand", 4));
        items.add(Map.of("sku", "TWICE", "onHand", 1));
        items.add(Map.of("sku", "TWICE", "onHand", 2));
        IntStream.range(4, 500).forEach(i -> items.add(Map.of("sku", "BULK-" + i, "onHand", i)));
        UserId person = UserId.ofSubject(UUID.randomUUID());
        Answer answer = shop.catalog
                .with("On-Behalf-Of", person.value())
                .post("/internal/v1/stock-counts", counts(items))
                .expect(200);
        assertThat(answer.json("/items").findValuesAsString("outcome").subList(0, 5))
                .containsExactly("UNCHANGED", "REJECTED", "CHANGED", "CHANGED", "CHANGED");
        assertThat(answer.text("/items/1/code")).isEqualTo("STOCK_BELOW_RESERVED");
        assertThat(answer.json("/items").size()).isEqualTo(500);
        assertThat(shop.seller.get(shop.stock("TWICE")).json("/onHand").intValue())
                .isEqualTo(2);
        eventually(() -> {
            JsonNode moved = shop.support.get("/v1/stock-movements?sku=BULK-9").json("/items/0");
            assertThat(moved.at("/actor").asString()).isEqualTo("catalog-service");
            assertThat(moved.at("/onBehalfOf").asString()).isEqualTo(person.value());
            assertThat(moved.at("/reason").asString()).isEqualTo("IMPORT");
        });
        items.add(Map.of("sku", "ONE-MORE", "onHand", 1));
        shop.catalog.post("/internal/v1/stock-counts", counts(items)).expectProblem(400, "INVALID_REQUEST");
        shop.admin.post("/internal/v1/stock-counts", counts(items)).expect(403);
        Answer none = new Shop(api)
                .catalog
                .post(
                        "/internal/v1/stock-counts",
                        Map.of(
                                "storeId", new Shop(api).store.value(),
                                "reason", "IMPORT",
                                "items", List.of(Map.of("sku", "A", "onHand", 1))))
                .expect(200);
        assertThat(none.text("/items/0/code")).isEqualTo("NO_WAREHOUSE");
    }

    private Map<String, Object> counts(List<Map<String, Object>> items) {
        return Map.of("storeId", shop.store.value(), "reason", "IMPORT", "items", items);
    }

    @Test
    void a_person_of_several_stores_names_the_store() {
        var both = TestTokens.custom()
                .group("/stores/" + shop.store + "/seller")
                .group("/stores/" + new Shop(api).store + "/seller");
        api.as(both.text()).get("/v1/stock/A").expectProblem(400, "INVALID_PARAMETER");
        assertThat(Role.SELLER.isOfStore()).isTrue();
    }
}
