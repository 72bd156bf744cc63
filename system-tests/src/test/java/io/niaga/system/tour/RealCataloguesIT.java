package io.niaga.system.tour;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Repository;
import io.niaga.types.TypeId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Catalogues from elsewhere, each into a store of its own, through mapped columns: imported, counted, found, bought.
 *
 * <p>They are in the folder of {@code -Dniaga.data} or {@code NIAGA_DATA}, else beside the checkout; skipped when they are not.
 */
@SystemIT
class RealCataloguesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final SystemStack stack;

    RealCataloguesIT(SystemStack stack) {
        this.stack = stack;
    }

    @Test
    void configurable_products_are_found_by_their_variants() throws IOException {
        byte[] file = file("catalog-luma/configurable__products.csv.gz");
        String store = store("Luma", "USD", "US");
        Answer job = imported(
                store,
                "text/csv",
                "&map.product=description&map.onHand=qty&expand.additional_attributes=colour=color,size=size",
                file);
        // Two of the products have the same description, so their lines meet in one, where options must differ.
        assertThat(job.json("/rows/created").asInt()).isEqualTo(1989);
        assertThat(job.json("/rows/rejected").asInt()).isEqualTo(5);
        String search = "/v1/search?store=" + store + "&q=chaz+hoodie&filter.colour=black&filter.size=XS&facets=size";
        eventually(() -> assertThat(first(search).path("sku").asString()).isEqualTo("MH01-XS-Black"));
        assertThat(first(search).path("price").path("amount").asString()).isEqualTo("52.00");
        assertThat(Found.count(stack.api().get(search), "size", "XL")).isPositive();
        assertThat(onHand(store, "MH01-XS-Black")).isEqualTo(100);
    }

    @Test
    void five_thousand_products_are_findable_when_their_import_is_done() throws IOException {
        byte[] file = file("catalog-icecat-5000.jsonl.gz");
        String store = store("Icecat", "EUR", "DE");
        Answer job = imported(
                store,
                "application/x-ndjson",
                "&price=minor&map.sku=id&map.name=title&map.description=short_description&map.brand=supplier"
                        + "&map.image=img_high&map.spec.country=attr_t_country_of_origin",
                file);
        assertThat(job.json("/rows/created").asInt()).isEqualTo(5000);
        assertThat(job.json("/rows/rejected").asInt()).isZero();
        String ink = "/v1/search?store=" + store + "&q=hp+80+original+cyan&filter.brand=hp&facets=brand,country";
        eventually(() -> assertThat(first(ink).path("slug").asString()).isEqualTo("hp-80-original-cyan"));
        assertThat(first(ink).path("price").path("amount").asString()).isEqualTo("125.95");
        String everything = "/v1/search?store=" + store + "&facets=availability&limit=1";
        eventually(() -> assertThat(Found.count(stack.api().get(everything), "availability", "OUT"))
                .isEqualTo(5000));
    }

    @Test
    void listings_of_a_marketplace_are_bought() throws IOException {
        byte[] file = file("id-marketplace/products.csv.gz");
        String store = store("Pasar", "IDR", "ID");
        Answer job =
                imported(store, "text/csv", "&map.sku=product_id&map.price=price_idr&map.spec.location=location", file);
        assertThat(job.json("/rows/created").asInt()).isEqualTo(664);
        String search = "/v1/search?store=" + store + "&q=alas+kandang+kucing&filter.location=jakarta+barat";
        eventually(() -> assertThat(first(search).path("sku").asString()).isEqualTo("PRfc7eb88adf"));
        stack.as("operator")
                .put("/v1/stock/PRfc7eb88adf?store=" + store, Map.of("onHand", 3, "reason", "COUNT"))
                .expect(200);
        stack.as("operator")
                .put("/v1/stores/" + store + "/shipping-table", SHIPPING)
                .expect(200);

        Api buyer = stack.as("buyer");
        String cart =
                buyer.post("/v1/carts", Map.of("storeId", store)).expect(201).text("/id");
        buyer.put("/v1/carts/" + cart + "/items/PRfc7eb88adf", Map.of("quantity", 2))
                .expect(200);
        Answer quote =
                buyer.post("/v1/quotes", TourFiles.QUOTE.formatted(cart, 0)).expect(201);
        assertThat(new BigDecimal(quote.text("/totals/total/amount"))).isEqualByComparingTo("67000");
        Answer order = buyer.once(UUID.randomUUID().toString())
                .post("/v1/orders", TourFiles.ORDER.formatted(quote.text("/id"), "COD"))
                .expect(201);
        assertThat(order.text("/state")).isEqualTo("CONFIRMED");
        eventually(
                () -> assertThat(first(search).path("availability").asString()).isEqualTo("LOW"));
        assertThat(onHand(store, "PRfc7eb88adf")).isEqualTo(3);
    }

    private static final String SHIPPING = """
            {"currency":"IDR","timeZone":"Asia/Jakarta","cutOff":"15:00","workingDays":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],"zones":[{"name":"Indonesia","villageCodes":[],"postalCodes":[],"countries":["ID"],"rates":[{"carrier":"sandbox","service":"REG","price":{"amount":"12000.00","currency":"IDR"},"transitDays":3}]}]}""";

    /** A store with a warehouse, opened by the operator. */
    private String store(String name, String currency, String country) {
        Api operator = stack.as("operator");
        String id = new TypeId("sto", UUID.randomUUID()).toString();
        operator.put(
                        "/v1/stores/" + id,
                        Map.of(
                                "name",
                                name,
                                "currency",
                                currency,
                                "languages",
                                List.of("id", "en"),
                                "timeZone",
                                "Asia/Jakarta",
                                "countryCode",
                                country,
                                "taxRate",
                                "11.00"))
                .expect(201);
        String warehouse = "/v1/warehouses/whs_" + id.substring(4);
        Map<String, Object> body = Map.of("storeId", id, "name", name, "countryCode", country, "default", true);
        // Fulfillment hears of the store a moment later.
        eventually(() -> operator.put(warehouse, body).expect(200));
        return id;
    }

    private Answer imported(String store, String type, String query, byte[] file) {
        String path = "/v1/product-imports?store=" + store + "&publish=true" + query;
        String key = UUID.randomUUID().toString();
        eventually(() ->
                stack.as("operator").once(key).send("POST", path, type, file).expect(202));
        String job = stack.as("operator")
                .once(key)
                .send("POST", path, type, file)
                .expect(202)
                .location();
        eventually(
                PATIENCE,
                () -> assertThat(stack.as("operator").get(job).text("/state")).isEqualTo("DONE"));
        return stack.as("operator").get(job).expect(200);
    }

    private JsonNode first(String search) {
        List<JsonNode> items = Found.items(stack.api().get(search));
        assertThat(items).as(search).isNotEmpty();
        return items.getFirst();
    }

    private long onHand(String store, String sku) {
        return stack.as("operator")
                .get("/v1/stock/" + sku + "?store=" + store)
                .expect(200)
                .json("/onHand")
                .asLong();
    }

    private static byte[] file(String name) throws IOException {
        String named = System.getProperty("niaga.data", System.getenv().getOrDefault("NIAGA_DATA", ""));
        Path folder = named.isEmpty() ? Repository.root().resolve("../shared/data") : Path.of(named);
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            System.out.println("NOT RUN: " + name + " is not in " + folder.normalize() + " (-Dniaga.data, NIAGA_DATA)");
        }
        Assumptions.assumeTrue(Files.exists(file), name + " is not there");
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return unpacked.readAllBytes();
        }
    }
}
