package io.niaga.fulfillment.stock;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.fulfillment.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner's program may do with stock: read and count its stores'. */
@NiagaIT
class PartnerIT {
    @Autowired
    Api api;

    private Shop shop;
    private Api partner;

    @BeforeEach
    void a_store_with_a_row() {
        shop = new Shop(api).open().counted("A", 10);
        partner = api.as(TestTokens.partner(shop.store, "stock:write"));
    }

    @Test
    void it_counts_what_is_there_and_is_named_for_it() {
        Answer counted = partner.put("/v1/stock/A", Map.of("onHand", 7)).expect(200);
        assertThat(counted.json("/available").intValue()).isEqualTo(7);
        assertThat(partner.get(shop.stock("A")).expect(200).etag()).isEqualTo(counted.etag());
        partner.get("/v1/stock").expect(200);
        eventually(() -> {
            Answer moved = partner.get("/v1/stock-movements?sku=A").expect(200);
            assertThat(moved.text("/items/0/actor")).startsWith("cli_");
        });
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, shop.key("A")))
                .anySatisfy(told -> assertThat(told.text("/actor")).startsWith("cli_")));
    }

    @Test
    void it_sets_nothing_but_the_count() {
        Answer refused = partner.put(shop.stock("A"), Map.of("onHand", 7, "safety", 2, "reorderPoint", 3))
                .expectProblem(403, "FIELDS_NOT_PERMITTED");
        assertThat(refused.json("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/safety", "/reorderPoint");
        partner.get("/v1/warehouses").expectProblem(403, "FORBIDDEN");
        partner.get("/v1/fulfillments").expectProblem(403, "FORBIDDEN");
        partner.get("/v1/stores/" + shop.store + "/shipping-table").expectProblem(403, "FORBIDDEN");
        partner.post("/v1/sandbox/parcels/SBX0000000000/events", Map.of("type", "DELIVERED"))
                .expectProblem(403, "FORBIDDEN");
        partner.put(Shop.reservation(Shop.order()), shop.wanted(Shop.order(), 1, Map.of("A", 1)))
                .expectProblem(403, "FORBIDDEN");
        assertThat(shop.support.get(shop.stock("A")).json("/onHand").intValue()).isEqualTo(10);
    }

    @Test
    void neither_another_scope_nor_another_store_reads_or_counts() {
        for (String scope : new String[] {"orders:read", "prices:write", ""}) {
            Api other = api.as(TestTokens.partner(shop.store, scope));
            other.put(shop.stock("A"), Map.of("onHand", 1)).expectProblem(403, "FORBIDDEN");
            other.get(shop.stock("A")).expectProblem(403, "FORBIDDEN");
            other.get("/v1/stock-movements").expectProblem(403, "FORBIDDEN");
        }
        Api elsewhere = api.as(TestTokens.partner(new Shop(api).open().store, "stock:write"));
        elsewhere.put(shop.stock("A"), Map.of("onHand", 1)).expectProblem(404, "NOT_FOUND");
        elsewhere.get(shop.stock("A")).expectProblem(404, "NOT_FOUND");
    }
}
