package io.niaga.system.shop;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The staff of the demo store: brings goods in, counts them, ships them. */
public final class Shop {
    private static final String STORE = "?store=" + SystemStack.STORE;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final SystemStack stack;

    public Shop(SystemStack stack) {
        this.stack = stack;
    }

    /** What the shelves hold of a SKU. */
    public record Stock(long onHand, long reserved, long available) {}

    /** A new SKU with a product of its own, published and on the shelf; priced in whole rupiah. */
    public String goods(String sku, long price, int onHand) {
        importProducts("application/x-ndjson", "", """
                {"product":"%1$s","name":{"id":"Barang %1$s"},"sku":"%1$s","price":{"amount":"%2$d.00","currency":"IDR"},"onHand":%3$d}
                """.formatted(sku, price, onHand));
        assertThat(stock(sku).onHand()).isEqualTo(onHand);
        return sku;
    }

    /** A SKU that nobody has used. */
    public static String newSku(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Imports and publishes; the job as it is when it is done. */
    public Answer importProducts(String contentType, String query, String file) {
        Answer job = tryImport("admin", contentType, query, file).expect(202);
        return awaitImport(job.text("/id"));
    }

    public Answer tryImport(String person, String contentType, String query, String file) {
        return stack.as(person)
                .once(UUID.randomUUID().toString())
                .send(
                        "POST",
                        "/v1/product-imports" + STORE + "&publish=true" + query,
                        contentType,
                        file.getBytes(StandardCharsets.UTF_8));
    }

    public Answer awaitImport(String id) {
        String path = "/v1/product-imports/" + id;
        eventually(
                PATIENCE,
                () -> assertThat(stack.as("admin").get(path).text("/state")).isEqualTo("DONE"));
        return stack.as("admin").get(path).expect(200);
    }

    public Stock stock(String sku) {
        Answer row = stack.as("admin").get("/v1/stock/" + sku + STORE).expect(200);
        return new Stock(
                row.json("/onHand").asLong(),
                row.json("/reserved").asLong(),
                row.json("/available").asLong());
    }

    /** A physical count. */
    public void count(String sku, int onHand) {
        stack.as("admin")
                .put("/v1/stock/" + sku + STORE, Map.of("onHand", onHand, "reason", "COUNT"))
                .expect(200);
    }

    /** The order's fulfillment, once it is there to work on. */
    public String fulfillment(String orderId) {
        Api warehouse = stack.as("warehouse");
        String path = "/v1/fulfillments?orderId=" + orderId;
        eventually(
                () -> assertThat(warehouse.get(path).expect(200).json("/items")).hasSize(1));
        return warehouse.get(path).text("/items/0/id");
    }

    /** Releases and picks everything. */
    public String pick(String orderId) {
        String id = fulfillment(orderId);
        Api warehouse = stack.as("warehouse");
        warehouse.post("/v1/fulfillments/" + id + "/release").expect(200);
        List<Map<String, Object>> lines = warehouse
                .get("/v1/fulfillments/" + id)
                .expect(200)
                .json("/lines")
                .valueStream()
                .map(line -> Map.<String, Object>of(
                        "sku",
                        line.path("sku").asString(),
                        "quantity",
                        line.path("quantity").asInt()))
                .toList();
        warehouse
                .post("/v1/fulfillments/" + id + "/picking", Map.of("lines", lines))
                .expect(200);
        return id;
    }

    /** From the shelf to the carrier; the tracking number. */
    public String ship(String orderId) {
        pick(orderId);
        return handOver(orderId);
    }

    /** Packs what was picked and gives it to the carrier; the tracking number. */
    public String handOver(String orderId) {
        String path = "/v1/fulfillments/" + fulfillment(orderId);
        Api warehouse = stack.as("warehouse");
        warehouse.post(path + "/packing", Map.of("weightGrams", 450)).expect(200);
        return warehouse
                .post(path + "/handover", Map.of("carrier", "sandbox", "service", "REG"))
                .expect(200)
                .text("/parcels/0/tracking");
    }

    /** Lets the sandbox carrier bring it to the door. */
    public void deliver(String tracking) {
        for (String event : List.of("IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED")) {
            stack.as("operator")
                    .post("/v1/sandbox/parcels/" + tracking + "/events", Map.of("type", event))
                    .expect(202);
        }
    }
}
