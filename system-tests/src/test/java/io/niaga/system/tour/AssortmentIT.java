package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The tour until something is found, word for word; first in a run, so that what it shows is the same in every run. */
@SystemIT
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AssortmentIT {
    private static final String STORE = SystemStack.STORE;
    private static final String SLUG = "kemeja-parang";
    private static final String SKU = "KMJ-PRG-CKL-M";
    private static final long PRICE = 24_900_000;

    private final SystemStack stack;
    private final Shop shop;
    private final Examples examples = new Examples();
    private String product = "";

    AssortmentIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
    }

    @AfterAll
    void what_was_shown_is_what_docs_examples_say() {
        examples.check();
    }

    @Test
    @Order(0)
    void up_there_is_a_store_with_people_products_and_stock() {
        Answer token = examples.on(TourPage.SIGN_IN, "", stack.keycloak())
                .send(
                        "POST",
                        "/realms/niaga/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=niaga-demo&username=admin&password=admin")
                .expect(200);
        assertThat(token.text("/token_type")).isEqualTo("Bearer");
        for (String person :
                List.of("operator", "admin", "seller", "warehouse", "support", "marketer", "analyst", "buyer")) {
            assertThat(stack.token(person)).isNotEmpty();
        }
        Answer store = stack.as("operator").get("/v1/stores/" + STORE).expect(200);
        assertThat(store.text("/name")).isEqualTo("Toko Nusantara");
        assertThat(store.text("/currency")).isEqualTo("IDR");
        assertThat(store.json("/languages").toString()).isEqualTo("[\"id\",\"en\"]");
        assertThat(stack.as("admin")
                        .get("/v1/warehouses?store=" + STORE)
                        .expect(200)
                        .json("/items"))
                .hasSize(1);
        assertThat(stack.as("admin")
                        .get("/v1/stores/" + STORE + "/shipping-table")
                        .expect(200)
                        .json("/zones"))
                .isNotEmpty();
        assertThat(stack.api().get("/docs").expect(200).body()).contains("Niaga API");
        List<JsonNode> products = Found.items(stack.api().get("/v1/products?store=" + STORE + "&limit=100"));
        assertThat(products).hasSizeGreaterThanOrEqualTo(12);
        assertThat(products)
                .filteredOn(item -> item.path("name").asString().startsWith("Kemeja "))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(item -> assertThat(stack
                                .api()
                                .get("/v1/products/" + item.path("id").asString())
                                .json("/variants/0/options")
                                .properties()
                                .stream()
                                .map(Map.Entry::getKey))
                        .contains("colour", "motif", "size"));
    }

    @Test
    @Order(1)
    void an_import_is_in_the_catalog_counted_published_and_found() {
        Shown admin = examples.on(TourPage.IMPORT, "admin", stack.as("admin"));
        Answer job = admin.with("Idempotency-Key", "\"kemeja-parang-1\"")
                .send(
                        "POST",
                        "/v1/product-imports?store=" + STORE + "&publish=true",
                        "application/x-ndjson",
                        TourFiles.SHIRTS)
                .expect(202);
        String id = job.text("/id");
        assertThat(id).startsWith("imp_");
        assertThat(job.location()).isEqualTo("/v1/product-imports/" + id);
        assertThat(job.text("/state")).isIn("RECEIVED", "VALIDATED", "RUNNING", "DONE");
        shop.awaitImport(id);
        Answer done = admin.get("/v1/product-imports/" + id).expect(200);
        String created = SystemStack.isKept() ? "" : "\"created\":2,\"changed\":0,\"unchanged\":0,";
        assertThat(done.json("/rows").toString())
                .startsWith("{\"total\":2,\"done\":2,")
                .contains(created)
                .endsWith("\"rejected\":0}");
        assertThat(done.json("/ignored")).isEmpty();
        eventually(() -> {
            JsonNode found = item("/v1/search?q=parang");
            assertThat(found.path("sku").asString()).startsWith("KMJ-PRG-CKL-");
            assertThat(found.path("availability").asString()).isEqualTo("IN_STOCK");
        });
        assertThat(shop.stock(SKU)).isEqualTo(new Shop.Stock(25, 0, 25));
        Answer shown = stack.api().get("/v1/products/by-slug/kemeja-parang").expect(200);
        product = shown.text("/id");
        assertThat(shown.text("/state")).isEqualTo("PUBLISHED");
    }

    @Test
    @Order(2)
    void stock_is_counted_by_those_who_may() {
        String path = "/v1/stock/" + SKU + "?store=" + STORE;
        String count = "{\"onHand\":25,\"reason\":\"COUNT\"}";
        Shown seller = examples.on(TourPage.STOCK, "seller", stack.as("seller"));
        Answer counted = seller.put(path, count).expect(200);
        assertThat(counted.text("/storeId")).isEqualTo(STORE);
        assertThat(shop.stock(SKU)).isEqualTo(new Shop.Stock(25, 0, 25));
        // The shop page's tag covers the availability too, which may just be on its way.
        String managed = "/v1/products/" + product + "?view=management";
        String version = stack.as("seller").get(managed).expect(200).etag();
        Answer refused = seller.with("If-Match", version)
                .patch("/v1/products/" + product, "{\"description\":{\"en\":\"x\"}}")
                .expectProblem(403, "FIELDS_NOT_PERMITTED");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/description/en");
        assertThat(stack.as("seller").get(managed).etag()).isEqualTo(version);
        stack.as("buyer").put(path, count).expectProblem(403, "FORBIDDEN");
        stack.as("seller")
                .put("/v1/stock/" + SKU + "?store=sto_01kavf8g00e4ttm0nbdjqsmn0p", count)
                .expectProblem(404, "NOT_FOUND");
        stack.api().put(path, count).expectProblem(401, "UNAUTHENTICATED");
        assertThat(shop.stock(SKU)).isEqualTo(new Shop.Stock(25, 0, 25));
    }

    @Test
    @Order(3)
    void it_is_found_by_words_filters_and_facets() {
        Shown anyone = examples.on(TourPage.FIND, "", stack.api());
        Answer search = anyone.get("/v1/search?q=kemeja&filter.colour=cokelat&filter.price=100000..300000"
                        + "&facets=colour,size,category&sort=price&limit=20")
                .expect(200);
        List<Long> prices = Found.items(search).stream()
                .map(item -> minor(item.path("price")))
                .toList();
        assertThat(prices).isSorted().allMatch(price -> price >= 10_000_000 && price <= 30_000_000);
        JsonNode ours = Found.item(search, SLUG);
        assertThat(ours.path("sku").asString()).isEqualTo(SKU);
        assertThat(ours.path("availability").asString()).isEqualTo("IN_STOCK");
        assertThat(Found.count(search, "colour", "cokelat"))
                .isEqualTo(Found.items(search).size());
        assertThat(Found.count(search, "category", "pakaian/pria"))
                .isEqualTo(Found.items(search).size());
        assertThat(item("/v1/search?q=parang&filter.category=pakaian/pria&filter.material=katun"))
                .isEqualTo(ours);
        assertThat(item("/v1/products?store=" + STORE + "&filter.motif=parang&sort=newest&limit=100"))
                .isEqualTo(ours);
        Answer english = anyone.with("Accept-Language", "en")
                .get("/v1/products/" + product)
                .expect(200);
        assertThat(english.text("/name")).isEqualTo("Parang shirt");
        assertThat(english.text("/specification/material")).isEqualTo("katun");
        assertThat(english.text("/media/0/url")).isEqualTo("https://media.niaga.example/kemeja-parang.jpg");
        assertThat(english.json("/variants"))
                .hasSize(2)
                .allSatisfy(variant -> assertThat(minor(variant.path("price"))).isEqualTo(PRICE));
        Answer indonesian = stack.api().with("Accept-Language", "id").get("/v1/products/" + product);
        assertThat(indonesian.text("/name")).isEqualTo("Kemeja Parang");
        for (String section : List.of("description", "function", "howToUse", "contents", "quality")) {
            assertThat(indonesian.text("/" + section)).isNotBlank();
        }
    }

    private JsonNode item(String path) {
        return Found.item(stack.api().get(path), SLUG);
    }
}
