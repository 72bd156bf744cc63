package io.niaga.catalog.product;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.catalog.Shop;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ProductProblemsIT {
    @Autowired
    Api api;

    Shop shop;

    @BeforeEach
    void a_store_of_its_own() {
        shop = Shop.opened(api);
    }

    @Test
    void a_sku_belongs_to_one_product_of_a_store() {
        shop.create(shop.shirt("ONE")).expect(201);
        Answer refused = shop.create(shop.shirt("ONE")).expectProblem(409, "SKU_TAKEN");
        assertThat(refused.json("/params/skus").toString()).isEqualTo("[\"ONE\"]");
        Shop.opened(api).create(shop.shirt("ONE")).expect(201);
        Answer other = shop.create(shop.shirt("TWO")).expect(201);
        shop.admin()
                .matching(other)
                .patch(other.location(), Map.of("variants", List.of(Map.of("sku", "ONE", "price", shop.price("1.00")))))
                .expectProblem(409, "SKU_TAKEN");
    }

    @Test
    void a_slug_is_derived_and_made_unique_and_one_that_is_asked_for_must_be_free() {
        shop.create(shop.shirt("A")).expect(201);
        Answer second = shop.create(shop.shirt("B")).expect(201);
        assertThat(second.text("/slug")).matches("kemeja-parang-[a-z0-9]{7}");
        Map<String, Object> asked = new HashMap<>(shop.shirt("C"));
        asked.put("slug", "kemeja-parang");
        shop.create(asked).expectProblem(409, "SLUG_TAKEN");
        shop.admin()
                .matching(second)
                .patch(second.location(), Map.of("slug", "kemeja-parang"))
                .expectProblem(409, "SLUG_TAKEN");
        shop.admin()
                .matching(second)
                .patch(second.location(), Map.of("slug", "Kemeja!"))
                .expectProblem(400, "INVALID_REQUEST");
        shop.create(shop.shirt("C")).expect(201);
    }

    @Test
    void an_archived_product_is_gone_for_buyers_and_frees_its_skus_and_slug() {
        Answer product = shop.published("GONE");
        String path = "/v1/products/" + product.text("/id");
        shop.admin().with("If-Match", "\"99\"").delete(path).expectProblem(412, "STALE_VERSION");
        shop.admin().delete(path).expectProblem(428, "PRECONDITION_REQUIRED");
        shop.admin().matching(product).delete(path).expect(204);
        shop.admin().with("If-Match", "*").delete(path).expect(204);
        api.get(path).expectProblem(404, "NOT_FOUND");
        shop.admin().put(path + "/publication", Map.of()).expectProblem(409, "PRODUCT_ARCHIVED");
        shop.admin().delete(path + "/publication").expectProblem(409, "PRODUCT_ARCHIVED");
        Answer now = shop.admin().get(path + "?view=management").expect(200);
        assertThat(now.text("/state")).isEqualTo("ARCHIVED");
        shop.admin().matching(now).patch(path, Map.of("brand", "x")).expectProblem(409, "PRODUCT_ARCHIVED");
        eventually(() -> assertThat(TestEvents.told(Topics.PRODUCT, product.text("/id"))
                        .getLast()
                        .body())
                .isNull());
        assertThat(shop.create(shop.shirt("GONE")).expect(201).text("/slug")).isEqualTo("kemeja-parang");
    }

    @Test
    void publishing_needs_something_to_sell_and_may_be_repeated() {
        Answer empty = shop.create(Map.of("name", Map.of("id", "Kosong"))).expect(201);
        shop.admin().post(empty.location() + "/publication").expectProblem(409, "PRODUCT_NOT_PUBLISHABLE");
        Answer product = shop.published("P-1");
        String path = "/v1/products/" + product.text("/id");
        Answer again = shop.admin().post(path + "/publication").expect(200);
        assertThat(again.etag()).isEqualTo(product.etag());
        assertThat(shop.admin().delete(path + "/publication").expect(200).text("/state"))
                .isEqualTo("UNPUBLISHED");
        api.get(path).expectProblem(404, "NOT_FOUND");
        eventually(() -> assertThat(TestEvents.told(Topics.PRODUCT, product.text("/id"))
                        .getLast()
                        .text("/published"))
                .isEqualTo("false"));
        Answer prices = shop.order()
                .post("/internal/v1/price-lookups", Map.of("storeId", shop.id().value(), "skus", List.of("P-1")))
                .expect(200);
        assertThat(prices.text("/items/0/published")).isEqualTo("false");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        Map<String, Object> wrong = Map.of(
                "name", Map.of("id", " ", "not a language", "x"),
                "description", Map.of("id", "a\u0000b"),
                "brand", "x".repeat(201),
                "categories", List.of("cat_01kavf8g00e4ttm0nbdjqsmn0n"),
                "media", List.of(Map.of("type", "IMAGE", "url", "javascript:alert(1)")),
                "variants",
                        List.of(
                                Map.of("sku", "A", "price", shop.price("-1.00")),
                                Map.of("sku", "A", "price", Map.of("amount", "1.00", "currency", "EUR"))));
        Answer refused = shop.create(wrong).expectProblem(400, "INVALID_REQUEST");
        assertThat(refused.json("/errors").toString())
                .contains("\"/name/id\"", "\"/name/not a language\"", "\"/description/id\"", "\"/brand\"")
                .contains("\"/media/0/url\"", "\"/variants/0/price/amount\"", "\"/variants/1/price/currency\"")
                .contains("SKU_TWICE", "OPTIONS_NOT_UNIQUE");
        Map<String, Object> unknownCategory = new HashMap<>(shop.shirt("A"));
        unknownCategory.put("categories", List.of("cat_01kavf8g00e4ttm0nbdjqsmn0n", "nonsense"));
        assertThat(shop.create(unknownCategory)
                        .expectProblem(400, "INVALID_REQUEST")
                        .json("/errors")
                        .toString())
                .contains("CATEGORY_UNKNOWN", "/categories/1");
    }

    @Test
    void limits_hold_at_their_edges() {
        shop.create(variants(ContentRules.MOST_VARIANTS)).expect(201);
        shop.create(variants(ContentRules.MOST_VARIANTS + 1)).expectProblem(400, "INVALID_REQUEST");
        shop.create(media(ContentRules.MOST_MEDIA)).expect(201);
        shop.create(media(ContentRules.MOST_MEDIA + 1)).expectProblem(400, "INVALID_REQUEST");
        shop.create(Map.of("name", Map.of("id", "n".repeat(500)))).expect(201);
        shop.create(Map.of("name", Map.of("id", "n".repeat(501)))).expectProblem(400, "INVALID_REQUEST");
        Map<String, String> long20 = new HashMap<>();
        for (String language : List.of("aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj")) {
            long20.put(language, "é".repeat(20_000));
        }
        Answer large = shop.create(Map.of("name", Map.of("id", "n"), "description", long20))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(large.json("/errors").toString()).contains("TOO_LARGE");
        long20.remove("jj");
        Answer kept = shop.create(Map.of(
                        "name", Map.of("id", "n"),
                        "description", long20,
                        "variants", List.of(Map.of("sku", "LARGE", "price", shop.price("1.00")))))
                .expect(201);
        shop.admin().put(kept.location() + "/publication", Map.of()).expect(200);
        eventually(() ->
                assertThat(TestEvents.told(Topics.PRODUCT, kept.text("/id"))).hasSize(1));
    }

    private Map<String, Object> variants(int count) {
        String prefix = "V" + count + "-";
        List<Object> all = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> all.add(
                        Map.of("sku", prefix + i, "options", Map.of("n", "" + i), "price", shop.price("1.00"))));
        return Map.of("name", Map.of("id", "Banyak"), "variants", all);
    }

    private static Map<String, Object> media(int count) {
        List<Object> all = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i ->
                        all.add(Map.of("type", "VIDEO", "url", "https://v.example/" + i, "alt", Map.of("id", "v"))));
        return Map.of("name", Map.of("id", "Film"), "media", all);
    }

    @Test
    void what_is_only_shown_may_be_sent_back_but_not_changed() {
        Answer product = shop.create(shop.shirt("A")).expect(201);
        shop.admin().matching(product).patch(product.location(), product.body()).expect(200);
        assertThat(shop.admin()
                        .matching(product)
                        .patch(product.location(), Map.of("state", "PUBLISHED"))
                        .expectProblem(400, "INVALID_REQUEST")
                        .json("/errors/0/code")
                        .asString())
                .isEqualTo("READ_ONLY");
        shop.admin()
                .matching(product)
                .patch(product.location(), Map.of("nosuch", 1))
                .expectProblem(400, "UNKNOWN_FIELD");
        shop.admin().matching(product).patch(product.location(), "[]").expectProblem(400, "INVALID_REQUEST");
        Map<String, Object> extra = new HashMap<>(shop.shirt("B"));
        extra.put("state", "PUBLISHED");
        shop.create(extra).expectProblem(400, "UNKNOWN_FIELD");
    }

    @Test
    void creating_needs_a_key_and_happens_once() {
        shop.admin()
                .post("/v1/products?store=" + shop.id(), shop.shirt("A"))
                .expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
        Api once = shop.admin().once("once");
        Answer first =
                once.post("/v1/products?store=" + shop.id(), shop.shirt("A")).expect(201);
        Answer again =
                once.post("/v1/products?store=" + shop.id(), shop.shirt("A")).expect(201);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void the_store_is_the_only_one_or_must_be_named() {
        assertThat(shop.admin()
                        .once(Shop.key())
                        .post("/v1/products", shop.shirt("A"))
                        .expect(201)
                        .text("/storeId"))
                .isEqualTo(shop.id().value());
        Shop other = Shop.opened(api);
        Api both = api.as(TestTokens.custom()
                .group("/stores/" + shop.id() + "/administrator")
                .group("/stores/" + other.id() + "/administrator")
                .text());
        both.once(Shop.key()).post("/v1/products", shop.shirt("B")).expectProblem(400, "STORE_REQUIRED");
        Api operator = api.as(TestTokens.operator());
        operator.once(Shop.key())
                .post("/v1/products?store=sto_01kavf8g00e4ttm0nbdjqsmn1n", shop.shirt("B"))
                .expectProblem(404, "STORE_UNKNOWN");
        shop.order()
                .post(
                        "/internal/v1/price-lookups",
                        Map.of("storeId", "sto_01kavf8g00e4ttm0nbdjqsmn1n", "skus", List.of("A")))
                .expectProblem(404, "STORE_UNKNOWN");
    }

    @Test
    void managers_page_through_their_products_by_state() {
        for (int i = 0; i < 5; i++) {
            shop.create(shop.shirt("L-" + i)).expect(201);
        }
        shop.published("L-9");
        String path = "/v1/stores/" + shop.id() + "/products?limit=2&state=DRAFT";
        List<String> seen = new ArrayList<>();
        String next = path;
        while (next != null) {
            Answer page = shop.admin().get(next).expect(200);
            page.json("/items")
                    .forEach(item -> seen.add(item.at("/variants/0/sku").asString()));
            String cursor = page.json("/nextCursor").isNull() ? null : page.text("/nextCursor");
            next = cursor == null ? null : path + "&after=" + cursor;
        }
        assertThat(seen).containsExactly("L-4", "L-3", "L-2", "L-1", "L-0");
        shop.admin().get(path + "&after=nonsense").expectProblem(400, "INVALID_PARAMETER");
        shop.admin().get("/v1/stores/" + shop.id() + "/products?state=SOLD").expectProblem(400, "INVALID_PARAMETER");
        shop.admin().get("/v1/products/prd_01kavf8g00e4ttm0nbdjqsmn0n?view=x").expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void a_view_that_is_known_is_not_sent_again() {
        Answer product = shop.published("A");
        String path = "/v1/products/" + product.text("/id");
        Answer page = api.get(path).expect(200);
        assertThat(page.etag()).startsWith(product.etag().replaceFirst("\"$", "-"));
        assertThat(shop.admin().get(path + "?view=management").etag()).isEqualTo(product.etag());
        assertThat(page.header("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept-Language"));
        api.with("If-None-Match", page.etag()).get(path).expect(304);
        shop.admin().matching(page).patch(path, Map.of("brand", "B")).expect(200);
        shop.admin().matching(page).patch(path, Map.of("brand", "C")).expectProblem(412, "STALE_VERSION");
        api.with("If-None-Match", page.etag()).get(path).expect(200);
    }

    @Test
    void a_page_is_sent_again_when_what_it_shows_beside_the_product_changes() {
        Answer category = shop.admin()
                .once(Shop.key())
                .post("/v1/categories?store=" + shop.id(), Map.of("name", Map.of("id", "Pria")))
                .expect(201);
        Map<String, Object> shirt = new HashMap<>(shop.shirt("A"));
        shirt.put("categories", List.of(category.text("/id")));
        Answer product = shop.create(shirt).expect(201);
        shop.admin().put(product.location() + "/publication", Map.of()).expect(200);
        Answer first = api.get(product.location()).expect(200);
        assertThat(first.text("/variants/0/availability")).isEqualTo("OUT");

        String key = shop.id() + "/A/whs_01kavf8g00e4ttm0nbdjqsmn0n";
        TestEvents.tell(
                Topics.AVAILABILITY,
                key,
                AvailabilityStateV1.TYPE,
                1,
                new AvailabilityStateV1(shop.id().value(), "A", "whs_01kavf8g00e4ttm0nbdjqsmn0n", "IN_STOCK"));
        eventually(() -> assertThat(api.with("If-None-Match", first.etag())
                        .get(product.location())
                        .expect(200)
                        .text("/variants/0/availability"))
                .isEqualTo("IN_STOCK"));

        Answer second = api.get(product.location()).expect(200);
        api.with("If-None-Match", second.etag()).get(product.location()).expect(304);
        shop.admin()
                .matching(category)
                .patch(category.location(), Map.of("name", Map.of("id", "Laki-laki"), "slug", "pria"))
                .expect(200);
        assertThat(api.with("If-None-Match", second.etag())
                        .get(product.location())
                        .expect(200)
                        .text("/categories/0/name"))
                .isEqualTo("Laki-laki");
    }
}
