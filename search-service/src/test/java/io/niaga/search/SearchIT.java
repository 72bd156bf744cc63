package io.niaga.search;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.catalog.CategoryStateV1;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.BadInput;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.OpenApiGolden;
import io.niaga.testsupport.PermissionsGolden;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.TypeId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NiagaIT
class SearchIT {
    @Autowired
    Api api;

    private String store;

    @BeforeEach
    void a_store_of_its_own_and_an_index() {
        eventually(() -> api.get("/v1/products?limit=1").expect(200));
        store = new TypeId("sto", UUID.randomUUID()).toString();
    }

    private Told product(String name) {
        return Told.product(Told.productId(), name).store(store);
    }

    private void tell(Told product, long sequence) {
        TestEvents.tell(Topics.PRODUCT, product.id(), ProductStateV1.TYPE, sequence, product.state());
    }

    private void stock(String sku, String warehouse, String availability, long sequence) {
        TestEvents.tell(
                Topics.AVAILABILITY,
                store + "/" + sku + "/" + warehouse,
                AvailabilityStateV1.TYPE,
                sequence,
                new AvailabilityStateV1(store, sku, warehouse, availability));
    }

    private Answer search(String query) {
        return api.get("/v1/search?store=" + store + "&" + query).expect(200);
    }

    private List<String> found(String query) {
        return texts(search(query).json("/items"), "name");
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(field).asString()));
        return texts;
    }

    private void eventuallyFound(String query, String... names) {
        eventually(() -> assertThat(found(query)).containsExactly(names));
    }

    @Test
    void a_published_product_is_found_with_all_that_an_item_shows() {
        Told shirt = product("Kemeja Parang")
                .name(Map.of("id", "Kemeja Parang", "en", "Parang shirt"))
                .variant("KMJ-M", "249000", "colour", "cokelat", "size", "M")
                .variant("KMJ-L", "259000", "colour", "hitam", "size", "L");
        tell(shirt, 1);
        stock("KMJ-L", "whs_1", "LOW", 1);

        eventuallyFound("q=kemeja", "Kemeja Parang");
        eventually(() -> assertThat(search("q=kemeja+hitam").text("/items/0/availability"))
                .isEqualTo("LOW"));
        JsonNode item = search("q=kemeja+hitam").json("/items/0");
        assertThat(item.path("id").asString()).isEqualTo(shirt.id());
        assertThat(item.path("storeId").asString()).isEqualTo(store);
        assertThat(item.path("slug").asString()).isEqualTo("slug-" + shirt.id());
        assertThat(item.path("image").asString()).isEqualTo("https://example.com/" + shirt.id() + ".jpg");
        assertThat(item.path("sku").asString()).isEqualTo("KMJ-L");
        assertThat(item.at("/price/amount").asString()).isEqualTo("259000.00");
        assertThat(item.at("/price/currency").asString()).isEqualTo("IDR");
        assertThat(api.with("Accept-Language", "en-GB,id;q=0.5")
                        .get("/v1/search?store=" + store + "&q=kemeja")
                        .text("/items/0/name"))
                .isEqualTo("Parang shirt");
    }

    @Test
    void the_call_of_the_tour_is_answered() {
        tell(
                product("Kemeja Parang")
                        .in("pakaian/pria/kemeja")
                        .variant("A-M", "249000", "colour", "cokelat", "size", "M")
                        .variant("A-L", "249000", "colour", "cokelat", "size", "L")
                        .variant("A-H", "249000", "colour", "hitam", "size", "L"),
                1);
        tell(product("Kemeja Kawung").in("pakaian/pria/kemeja").variant("B", "150000", "colour", "cokelat"), 1);
        tell(product("Kemeja Mahal").in("pakaian/pria/kemeja").variant("C", "900000", "colour", "cokelat"), 1);
        tell(product("Celana").in("pakaian/pria/celana").variant("D", "200000", "colour", "cokelat"), 1);
        String query = "q=kemeja&filter.colour=cokelat&filter.price=100000..300000"
                + "&facets=colour,size,category&sort=price&limit=20";

        eventuallyFound(query, "Kemeja Kawung", "Kemeja Parang");
        Answer answer = search(query);
        assertThat(answer.json("/facets").toString())
                .isEqualTo(
                        "[{\"name\":\"colour\",\"values\":[{\"value\":\"cokelat\",\"count\":2},"
                                + "{\"value\":\"hitam\",\"count\":1}]},"
                                + "{\"name\":\"size\",\"values\":[{\"value\":\"L\",\"count\":1},{\"value\":\"M\",\"count\":1}]},"
                                + "{\"name\":\"category\",\"values\":[{\"value\":\"pakaian\",\"count\":2},"
                                + "{\"value\":\"pakaian/pria\",\"count\":2},{\"value\":\"pakaian/pria/kemeja\",\"count\":2}]}]");
        assertThat(answer.json("/nextCursor").isNull()).isTrue();
        assertThat(answer.json("/didYouMean").isNull()).isTrue();
        // Told last, so it may come a moment after the others.
        eventuallyFound(
                "filter.category=pakaian/pria&sort=price", "Kemeja Kawung", "Celana", "Kemeja Parang", "Kemeja Mahal");
        assertThat(found("filter.category=cat_pakaian_pria_celana")).containsExactly("Celana");
        assertThat(found("facets=nonsense&filter.nonsense=x")).isEmpty();
    }

    @Test
    void a_value_that_a_facet_gives_finds_as_many_as_it_counted() {
        tell(product("Karung").variant("K-1", "1000", "weight", "1,5 kg"), 1);
        tell(product("Karung").variant("K-2", "1000", "weight", "1,5 kg"), 1);
        tell(product("Karung").variant("K-3", "1000", "weight", "5 kg"), 1);
        tell(product("Karung").variant("K-4", "1000", "weight", "a\\,b"), 1);
        eventually(() -> assertThat(found("q=karung")).hasSize(4));
        JsonNode values = search("q=karung&facets=weight").json("/facets/0/values");
        assertThat(texts(values, "value")).containsExactly("1,5 kg", "5 kg", "a\\,b");
        values.forEach(value -> {
            String taken = value.path("filter").asString(value.path("value").asString());
            String filter = URLEncoder.encode(taken, StandardCharsets.UTF_8);
            assertThat(found("filter.weight=" + filter))
                    .hasSize(value.path("count").asInt());
        });
        assertThat(found("filter.weight=1%5C,5+kg,5+kg")).hasSize(3);
    }

    @Test
    void the_product_list_is_the_same_without_words_and_pages_with_links() {
        for (int i = 0; i < 5; i++) {
            tell(product("Produk " + i).variant("P" + i, (i + 1) + "000"), 1);
        }
        String path = "/v1/products?store=" + store + "&sort=-price&limit=2";
        eventually(() -> assertThat(found("sort=price")).hasSize(5));
        List<String> seen = new ArrayList<>();
        while (!path.isEmpty()) {
            Answer page = api.get(path).expect(200);
            seen.addAll(texts(page.json("/items"), "name"));
            path = page.header("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
        }
        assertThat(seen).containsExactly("Produk 4", "Produk 3", "Produk 2", "Produk 1", "Produk 0");
    }

    @Test
    void changes_duplicates_and_late_records_leave_the_newest_state() {
        Told mug = product("Gelas Lama");
        tell(mug, 5);
        eventuallyFound("q=gelas", "Gelas Lama");
        Told renamed = Told.product(mug.id(), "Gelas Baru").store(store);
        tell(renamed, 7);
        tell(renamed, 7);
        tell(mug, 6);
        tell(mug, 5);
        Told last = product("Penanda");
        tell(last, 1);
        eventuallyFound("q=penanda", "Penanda");
        eventuallyFound("q=gelas", "Gelas Baru");
    }

    @Test
    void unpublished_and_gone_products_disappear_and_late_records_do_not_bring_them_back() {
        Told one = product("Topi Satu");
        Told two = product("Topi Dua");
        tell(one, 1);
        tell(two, 1);
        eventually(() -> assertThat(found("q=topi")).hasSize(2));
        tell(Told.product(one.id(), "Topi Satu").store(store).unpublished(), 2);
        eventuallyFound("q=topi", "Topi Dua");
        TestEvents.tellGone(Topics.PRODUCT, two.id(), ProductStateV1.TYPE, 2);
        eventually(() -> assertThat(found("q=topi")).isEmpty());
        tell(one, 1);
        tell(two, 1);
        tell(product("Penanda"), 1);
        eventuallyFound("q=penanda", "Penanda");
        assertThat(found("q=topi")).isEmpty();
        tell(Told.product(one.id(), "Topi Satu Lagi").store(store), 3);
        eventuallyFound("q=topi", "Topi Satu Lagi");
    }

    @Test
    void what_cannot_be_read_is_skipped_and_what_follows_is_not() {
        String id = Told.productId();
        TestEvents.send(Topics.PRODUCT, id, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        TestEvents.tell(Topics.PRODUCT, id, ProductStateV1.TYPE, 1, "{\"productId\":");
        TestEvents.tell(Topics.PRODUCT, id, ProductStateV1.TYPE, 1, "null");
        TestEvents.tell(
                Topics.PRODUCT,
                id,
                ProductStateV1.TYPE,
                1,
                "{\"productId\":\"" + id + "\",\"published\":true," + "\"version\":1,\"variants\":[{\"sku\":\"A\"}]}");
        TestEvents.tell(Topics.PRODUCT, id, "product.state.v9", 1, "{}");
        TestEvents.tell(Topics.PRODUCT, id, "product.praised.v1", 1, "{}");
        TestEvents.tell(Topics.AVAILABILITY, "nonsense", AvailabilityStateV1.TYPE, 1, "{}");
        TestEvents.tell(
                Topics.AVAILABILITY,
                store + "/A/whs_1",
                AvailabilityStateV1.TYPE,
                1,
                new AvailabilityStateV1(store, "A", "whs_1", "PLENTY"));
        TestEvents.tell(Topics.CATEGORY, "cat_x", CategoryStateV1.TYPE, 1, Told.category("y", Map.of()));
        tell(Told.product(id, "Sandal").store(store), 2);
        eventuallyFound("q=sandal", "Sandal");
    }

    @Test
    void availability_is_the_best_of_all_warehouses_whatever_comes_first() {
        stock("EARLY", "whs_1", "IN_STOCK", 1);
        tell(product("Tas").variant("EARLY", "1000"), 1);
        eventually(
                () -> assertThat(search("q=tas").text("/items/0/availability")).isEqualTo("IN_STOCK"));
        stock("EARLY", "whs_2", "LOW", 1);
        stock("EARLY", "whs_1", "OUT", 2);
        stock("EARLY", "whs_1", "IN_STOCK", 1);
        eventually(
                () -> assertThat(search("q=tas").text("/items/0/availability")).isEqualTo("LOW"));
        assertThat(found("filter.availability=LOW")).containsExactly("Tas");
        assertThat(found("filter.availability=in_stock,out")).isEmpty();
        TestEvents.tellGone(Topics.AVAILABILITY, store + "/EARLY/whs_2", AvailabilityStateV1.TYPE, 2);
        eventually(
                () -> assertThat(search("q=tas").text("/items/0/availability")).isEqualTo("OUT"));
    }

    @Test
    void a_category_is_found_by_its_name_and_followed_when_it_moves() {
        String root = "r" + UUID.randomUUID().toString().substring(0, 8);
        tell(product("Parang").in(root + "/atasan").variant("C-1", "1000"), 1);
        CategoryStateV1 named = Told.category(root + "/atasan", Map.of("id", "Busana Atas", "en", "Tops"));
        TestEvents.tell(Topics.CATEGORY, named.categoryId(), CategoryStateV1.TYPE, 1, named);
        eventuallyFound("q=busana", "Parang");
        CategoryStateV1 moved = new CategoryStateV1(
                named.categoryId(),
                Told.STORE,
                null,
                "atas",
                Map.of("id", "Luaran"),
                List.of(named.categoryId()),
                List.of(root + "-atas"),
                0);
        TestEvents.tell(Topics.CATEGORY, named.categoryId(), CategoryStateV1.TYPE, 2, moved);
        eventuallyFound("q=luaran", "Parang");
        assertThat(found("filter.category=" + root + "-atas")).containsExactly("Parang");
        assertThat(found("filter.category=" + root + "/atasan")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter.price=1",
                "filter.price=..",
                "filter.price=5..1",
                "filter.price=a..b",
                "filter.price=1e3..",
                "filter.price=-1..5",
                "filter.price=1.23456..",
                "filter.price=99999999999999999999..",
                "filter.colour=",
                "filter.=x",
                "sort=best",
                "limit=0",
                "limit=101",
                "limit=x",
                "after=x",
                "after=AAAA",
                "store=sto_x",
                "page=2",
                "q=a&q=b",
                "facets=a,b,c,d,e,f,g,h,i,j,k",
                "filter.a=1&filter.A=2"
            })
    void what_cannot_be_meant_is_refused_by_name(String query) {
        api.get("/v1/search?" + query).expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void limits_are_kept() {
        api.get("/v1/search?q=" + "a".repeat(200)).expect(200);
        api.get("/v1/search?q=" + "a".repeat(201)).expectProblem(400, "INVALID_PARAMETER");
        api.get("/v1/products?q=a").expectProblem(400, "INVALID_PARAMETER");
        StringBuilder filters = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            filters.append("&filter.f").append(i).append("=x");
        }
        search("q=a" + filters);
        api.get("/v1/search?q=a&filter.more=x" + filters).expectProblem(400, "INVALID_PARAMETER");
        tell(product("Satu"), 1);
        tell(product("Dua"), 1);
        eventually(() -> assertThat(found("sort=newest")).hasSize(2));
        String cursor = search("sort=newest&limit=1").text("/nextCursor");
        api.get("/v1/search?sort=price&after=" + cursor).expectProblem(400, "INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:x AND (",
                "*",
                "???",
                "a~2 b^99",
                "[1 TO 2}",
                "\"",
                "\\",
                "/.*/",
                "~kemeja",
                "\u0000\u0001\u001f",
                "\u202e\ufeff",
                "😀😀",
                "ﷺ",
                "नमस्ते",
                "a\u0301\u0301\u0301\u0301",
                "' OR 1=1 --",
                "{\"$gt\":\"\"}",
                "<script>alert(1)</script>",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9 0"
            })
    void hostile_words_are_only_words(String words) {
        String encoded = URLEncoder.encode(words, StandardCharsets.UTF_8);
        for (String sort : List.of("relevance", "price", "newest")) {
            search("q=" + encoded + "&sort=" + sort + "&facets=colour,price&filter.brand=" + encoded.replace("+", "")
                    + "x");
        }
    }

    @Test
    void the_api_is_documented() {
        OpenApiGolden.check(api, "search");
        PermissionsGolden.check("search");
    }

    @TestFactory
    Stream<DynamicTest> bad_input() {
        return BadInput.of(api, "search").as(TestTokens.customer()).tests();
    }
}
