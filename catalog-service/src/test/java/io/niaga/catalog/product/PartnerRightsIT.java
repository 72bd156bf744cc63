package io.niaga.catalog.product;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.events.Topics;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner's program may do in the catalog: change the prices of its stores' variants. */
@NiagaIT
class PartnerRightsIT {
    @Autowired
    Api api;

    private Shop shop;
    private Answer product;
    private String path;
    private Api partner;

    @BeforeEach
    void a_product() {
        shop = Shop.opened(api);
        product = shop.published("KMJ-1");
        path = "/v1/products/" + product.text("/id");
        partner = api.as(TestTokens.partner(shop.id(), "prices:write"));
    }

    private Map<String, Object> variant(String sku, String size, String price) {
        return Map.of("sku", sku, "options", Map.of("size", size), "price", shop.price(price));
    }

    @Test
    void it_changes_prices_and_the_change_is_audited_as_its_own() {
        Answer read = partner.get(path + "?view=management").expect(200);
        String size = read.text("/variants/0/options/size");
        Answer changed = partner.matching(read)
                .patch(path, Map.of("variants", List.of(variant("KMJ-1", size, "187000.00"))))
                .expect(200);
        assertThat(changed.text("/variants/0/price/amount")).isEqualTo("187000.00");
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, product.text("/id")))
                .anySatisfy(told -> {
                    assertThat(told.text("/actor")).startsWith("cli_");
                    assertThat(told.body().toString()).contains("\"/variants/KMJ-1/price\"");
                }));
    }

    @Test
    void every_other_field_is_refused_by_name_and_nothing_changes() {
        String size = partner.get(path + "?view=management").text("/variants/0/options/size");
        Answer refused = partner.matching(product)
                .patch(
                        path,
                        Map.of(
                                "brand",
                                "Mine",
                                "variants",
                                List.of(variant("KMJ-1", size, "1.00"), variant("NEW-1", "XL", "1.00"))))
                .expectProblem(403, "FIELDS_NOT_PERMITTED");
        assertThat(refused.json("/errors").findValuesAsString("pointer"))
                .contains("/brand", "/variants/NEW-1/sku")
                .doesNotContain("/variants/KMJ-1/price");
        partner.matching(product)
                .patch(path, Map.of("variants", List.of(variant("KMJ-1", "XXL", "1.00"))))
                .expectProblem(403, "FIELDS_NOT_PERMITTED");
        partner.matching(product).patch(path, Map.of("variants", List.of())).expectProblem(403, "FIELDS_NOT_PERMITTED");
        partner.once("p").post("/v1/products", shop.shirt("P")).expectProblem(403, "FIELDS_NOT_PERMITTED");
        partner.put(path + "/publication", Map.of()).expectProblem(403, "FORBIDDEN");
        partner.delete(path).expectProblem(403, "FORBIDDEN");
        assertThat(shop.admin().get(path + "?view=management").etag()).isEqualTo(product.etag());
    }

    @Test
    void neither_another_scope_nor_another_store_changes_anything() {
        Map<String, Object> patch = Map.of("variants", List.of(variant("KMJ-1", "M", "1.00")));
        for (String scope : new String[] {"stock:write", "orders:read", ""}) {
            Api other = api.as(TestTokens.partner(shop.id(), scope));
            other.matching(product).patch(path, patch).expectProblem(403, "FORBIDDEN");
            other.get(path + "?view=management").expectProblem(403, "FORBIDDEN");
            other.get(path).expect(200);
        }
        Api elsewhere = api.as(TestTokens.partner(Shop.opened(api).id(), "prices:write"));
        elsewhere.matching(product).patch(path, patch).expectProblem(404, "NOT_FOUND");
        elsewhere.get(path + "?view=management").expectProblem(404, "NOT_FOUND");
    }
}
