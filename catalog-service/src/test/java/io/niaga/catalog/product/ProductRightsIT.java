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
import io.niaga.types.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ProductRightsIT {
    private static final Map<String, Object> ENGLISH = Map.of("description", Map.of("en", "x"));

    @Autowired
    Api api;

    Shop shop;
    Answer product;
    String path;

    @BeforeEach
    void a_product() {
        shop = Shop.opened(api);
        product = shop.published("KMJ-1");
        path = "/v1/products/" + product.text("/id");
    }

    @Test
    void an_administrator_changes_every_field_and_it_is_audited() {
        Answer changed = shop.admin()
                .matching(product)
                .patch(
                        path,
                        Map.of(
                                "description",
                                Map.of("en", "Cotton"),
                                "brand",
                                "Nusantara",
                                "variants",
                                List.of(Map.of(
                                        "sku",
                                        "KMJ-1",
                                        "options",
                                        Map.of("size", "M"),
                                        "price",
                                        shop.price("199000.00")))))
                .expect(200);
        assertThat(changed.text("/description/en")).isEqualTo("Cotton");
        assertThat(changed.text("/description/id")).isEqualTo("Kemeja katun");
        assertThat(changed.etag()).isNotEqualTo(product.etag());
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, product.text("/id")))
                .anySatisfy(told -> assertThat(told.body().toString())
                        .contains("\"/variants/KMJ-1/price\"")
                        .contains("\"/description/en\"")
                        .contains("\"/brand\"")));
        eventually(() -> assertThat(TestEvents.told(Topics.PRODUCT, product.text("/id")))
                .anySatisfy(told -> assertThat(told.text("/brand")).isEqualTo("Nusantara")));
    }

    @Test
    void a_seller_is_told_every_field_that_is_not_theirs_and_nothing_changes() {
        Answer refused = shop.as(Role.SELLER)
                .matching(product)
                .patch(path, Map.of("description", Map.of("en", "x"), "brand", "y"))
                .expectProblem(403, "FIELDS_NOT_PERMITTED");
        assertThat(refused.json("/errors").toString()).contains("\"/description/en\"", "\"/brand\"");
        assertThat(shop.admin().get(path + "?view=management").text("/brand")).isEmpty();
        shop.as(Role.SELLER).patch(path, ENGLISH).expectProblem(403, "FIELDS_NOT_PERMITTED");
        shop.as(Role.SELLER).matching(product).patch(path, Map.of()).expect(200);
        shop.as(Role.SELLER).once("s").post("/v1/products", shop.shirt("S")).expectProblem(403, "FIELDS_NOT_PERMITTED");
        shop.as(Role.SELLER).put(path + "/publication", Map.of()).expectProblem(403, "FORBIDDEN");
        shop.as(Role.SELLER).delete(path).expectProblem(403, "FORBIDDEN");
    }

    @Test
    void other_stores_staff_find_nothing() {
        Shop other = Shop.opened(api);
        for (Role role : List.of(Role.ADMINISTRATOR, Role.SELLER)) {
            other.as(role).matching(product).patch(path, ENGLISH).expectProblem(404, "NOT_FOUND");
            other.as(role).get(path + "?view=management").expectProblem(404, "NOT_FOUND");
            other.as(role).get("/v1/stores/" + shop.id() + "/products").expectProblem(404, "NOT_FOUND");
        }
        other.admin().put(path + "/publication", Map.of()).expectProblem(404, "NOT_FOUND");
        other.admin().delete(path).expectProblem(404, "NOT_FOUND");
        other.admin()
                .once("o")
                .post("/v1/products?store=" + shop.id(), shop.shirt("O"))
                .expectProblem(404, "NOT_FOUND");
    }

    @Test
    void buyers_and_visitors_only_look() {
        Api buyer = api.as(TestTokens.customer());
        buyer.get(path).expect(200);
        buyer.matching(product).patch(path, ENGLISH).expectProblem(403, "FORBIDDEN");
        buyer.get(path + "?view=management").expectProblem(403, "FORBIDDEN");
        buyer.once("b").post("/v1/products", shop.shirt("B")).expectProblem(403, "FORBIDDEN");
        buyer.once("b").post("/v1/products?store=" + shop.id(), shop.shirt("B")).expectProblem(403, "FORBIDDEN");
        api.matching(product).patch(path, ENGLISH).expectProblem(401, "UNAUTHENTICATED");
        api.once("g").post("/v1/products", shop.shirt("G")).expectProblem(401, "UNAUTHENTICATED");
        api.get("/v1/stores/" + shop.id() + "/products").expectProblem(401, "UNAUTHENTICATED");
        api.post("/internal/v1/price-lookups", Map.of("skus", List.of("A"))).expectProblem(401, "UNAUTHENTICATED");
        buyer.post("/internal/v1/price-lookups", Map.of("skus", List.of("A"))).expectProblem(403, "FORBIDDEN");
    }

    @Test
    void drafts_are_for_members_only() {
        Answer draft = shop.create(shop.shirt("DRAFT-1")).expect(201);
        for (Role role : List.of(Role.SELLER, Role.WAREHOUSE, Role.SUPPORT, Role.MARKETER, Role.ANALYST)) {
            shop.as(role).get(draft.location() + "?view=management").expect(200);
            shop.as(role).get("/v1/stores/" + shop.id() + "/products").expect(200);
        }
        api.get(draft.location()).expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.operator()).get(draft.location()).expect(200);
    }

    @Test
    void permission_comes_before_precondition_and_precondition_before_rules() {
        shop.admin().patch(path, ENGLISH).expectProblem(428, "PRECONDITION_REQUIRED");
        shop.admin()
                .with("If-Match", "\"99\"")
                .patch(path, Map.of("name", Map.of("id", "")))
                .expectProblem(412, "STALE_VERSION");
        shop.admin().with("If-Match", "nonsense").patch(path, ENGLISH).expectProblem(400, "INVALID_PARAMETER");
    }
}
