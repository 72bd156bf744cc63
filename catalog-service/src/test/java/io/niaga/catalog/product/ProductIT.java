package io.niaga.catalog.product;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ProductIT {
    @Autowired
    Api api;

    Shop shop;

    @BeforeEach
    void a_store_of_its_own() {
        shop = Shop.opened(api);
    }

    @Test
    void a_product_is_created_as_a_draft_and_seen_by_buyers_once_published() {
        Answer draft = shop.create(shop.shirt("KMJ-1")).expect(201);
        assertThat(draft.text("/state")).isEqualTo("DRAFT");
        assertThat(draft.text("/slug")).isEqualTo("kemeja-parang");
        api.get(draft.location()).expectProblem(404, "NOT_FOUND");
        shop.admin().get(draft.location() + "?view=management").expect(200);

        shop.admin().put(draft.location() + "/publication", Map.of()).expect(200);

        Answer page = api.with("Accept-Language", "en;q=0.8, fr")
                .get(draft.location())
                .expect(200);
        assertThat(page.text("/name")).isEqualTo("Parang shirt");
        assertThat(page.text("/description")).isEqualTo("Kemeja katun");
        assertThat(page.text("/state")).isEqualTo("PUBLISHED");
        assertThat(page.text("/variants/0/sku")).isEqualTo("KMJ-1");
        assertThat(page.text("/variants/0/options/size")).isEqualTo("M");
        assertThat(page.text("/variants/0/price/amount")).isEqualTo("249000.00");
        assertThat(page.text("/variants/0/availability")).isEqualTo("OUT");
        api.get("/v1/products/by-slug/kemeja-parang?store=" + shop.id()).expect(200);
    }

    @Test
    void publishing_tells_the_state_and_an_audit_entry() {
        Answer published = shop.published("KMJ-1");
        String id = published.text("/id");
        eventually(() -> {
            List<Told> states = TestEvents.told(Topics.PRODUCT, id);
            assertThat(states).extracting(Told::type).containsExactly(ProductStateV1.TYPE);
            assertThat(states.getFirst().text("/published")).isEqualTo("true");
            assertThat(states.getFirst().text("/version")).isEqualTo(published.text("/version"));
            assertThat(TestEvents.told(Topics.AUDIT, id))
                    .extracting(Told::type)
                    .containsExactly(AuditRecordedV1.TYPE, AuditRecordedV1.TYPE);
        });
    }

    @Test
    void price_lookups_answer_every_sku_or_name_it_unknown() {
        Answer published = shop.published("KMJ-1");
        Answer prices = shop.order()
                .post(
                        "/internal/v1/price-lookups",
                        Map.of("storeId", shop.id().value(), "language", "en", "skus", List.of("KMJ-1", "NOPE")))
                .expect(200);
        assertThat(prices.text("/items/0/productId")).isEqualTo(published.text("/id"));
        assertThat(prices.text("/items/0/name")).isEqualTo("Parang shirt");
        assertThat(prices.text("/items/0/published")).isEqualTo("true");
        assertThat(prices.text("/items/0/unitPrice/amount")).isEqualTo("249000.00");
        assertThat(prices.text("/taxRate")).isEqualTo("11.00");
        assertThat(prices.text("/unknown/0")).isEqualTo("NOPE");
    }
}
