package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.offer.PriceMemory;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner's program may do with orders: read its stores', without contact and address. */
@NiagaIT
class PartnerIT {
    @Autowired
    Api api;

    @Autowired
    PriceMemory prices;

    private Shopper.Placed order;
    private Api partner;

    @BeforeEach
    void an_order() {
        Surrounding.everythingWorks();
        prices.forgetAll();
        order = Shopper.buyer(api).fill().place();
        partner = api.as(TestTokens.partner(Surrounding.STORE, "orders:read"));
    }

    @Test
    void it_reads_its_stores_orders_and_nothing_personal() {
        Answer shown = partner.get("/v1/orders/" + order.id()).expect(200);
        assertThat(shown.json("/contact").isNull()).isTrue();
        assertThat(shown.json("/shippingAddress").isNull()).isTrue();
        assertThat(shown.body()).doesNotContain("budi", "Budi", "+62", "Jl.");
        Answer listed =
                partner.get("/v1/orders?limit=100&store=" + Surrounding.STORE).expect(200);
        assertThat(listed.json("/items").findValuesAsString("id")).contains(order.id());
        assertThat(listed.body()).doesNotContain("budi", "Budi", "+62", "Jl.");
        assertThat(partner.get("/v1/orders/" + order.id() + "/timeline")
                        .expect(200)
                        .body())
                .doesNotContain("budi");
    }

    @Test
    void neither_another_scope_nor_another_store_shows_anything() {
        String path = "/v1/orders/" + order.id();
        String list = "/v1/orders?store=" + Surrounding.STORE;
        for (String scope : new String[] {"stock:write", "prices:write", ""}) {
            Api other = api.as(TestTokens.partner(Surrounding.STORE, scope));
            other.get(path).expectProblem(404, "ORDER_UNKNOWN");
            other.get(list).expectProblem(403, "FORBIDDEN");
        }
        Api elsewhere = api.as(TestTokens.partner(Surrounding.OTHER, "orders:read"));
        elsewhere.get(path).expectProblem(404, "ORDER_UNKNOWN");
        elsewhere.get(list).expectProblem(404, "NOT_FOUND");
    }

    @Test
    void it_buys_and_cancels_nothing() {
        partner.post("/v1/carts", "{}").expectProblem(403, "FORBIDDEN");
        partner.post("/v1/orders/" + order.id() + "/cancellation", Map.of("reason", "CHANGED_MIND"))
                .expectProblem(403, "FORBIDDEN");
        partner.get("/internal/v1/orders/" + order.id() + "/contact").expectProblem(403, "FORBIDDEN");
        assertThat(order.state()).isEqualTo("AWAITING_PAYMENT");
    }
}
