package io.niaga.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was recorded looks as services write it today; {@link Recording} says how it is recorded again. */
class RecordingTest {
    private static final Pattern SCHEMA = Pattern.compile("int SCHEMA = (\\d+);|\"schemaVersion\", (\\d+)\\)");

    /** Where each version stands. */
    private static final Map<String, String> WRITERS = Map.ofEntries(
            Map.entry("catalog.categories", "catalog-service/catalog/category/mongo/CategoryDocument"),
            Map.entry("catalog.imports", "catalog-service/catalog/exchange/mongo/ImportDocument"),
            Map.entry("catalog.products", "catalog-service/catalog/product/mongo/ProductDocument"),
            Map.entry("fulfillment.fulfillments", "fulfillment-service/fulfillment/shipment/mongo/FulfillmentMapping"),
            Map.entry(
                    "fulfillment.reservations", "fulfillment-service/fulfillment/reservation/mongo/ReservationMapping"),
            Map.entry(
                    "fulfillment.shipping_tables", "fulfillment-service/fulfillment/promise/mongo/MongoShippingTables"),
            Map.entry("fulfillment.stock", "fulfillment-service/fulfillment/stock/mongo/StockMapping"),
            Map.entry("fulfillment.warehouses", "fulfillment-service/fulfillment/warehouse/mongo/MongoWarehouses"),
            Map.entry("loyalty.coupons", "loyalty-service/loyalty/coupon/mongo/CouponMapping"),
            Map.entry("loyalty.members", "loyalty-service/loyalty/points/mongo/MongoMembers"),
            Map.entry("orders.orders", "order-service/orders/order/mongo/OrderDocument"),
            Map.entry("orders.quotes", "order-service/orders/quote/mongo/QuoteDocument"),
            Map.entry("payments.payments", "payment-service/payments/payment/mongo/PaymentMapping"),
            Map.entry("users.stores", "user-service/users/store/mongo/MongoStores"));

    @Test
    void what_was_recorded_is_as_services_write_it() throws IOException {
        Map<String, Integer> written = new HashMap<>();
        for (Map.Entry<String, String> writer : WRITERS.entrySet()) {
            written.put(writer.getKey(), schema(writer.getValue()));
        }
        Map<String, Integer> recorded = new HashMap<>();
        World.documents()
                .forEach((collection, documents) -> documents.stream()
                        .filter(document -> document.containsKey("schemaVersion"))
                        .forEach(document ->
                                recorded.merge(collection, document.getInteger("schemaVersion"), Math::min)));
        assertThat(recorded).isEqualTo(written);
    }

    private static int schema(String writer) throws IOException {
        int module = writer.indexOf('/');
        String source = Files.readString(Repository.root()
                .resolve(writer.substring(0, module) + "/src/main/java/io/niaga" + writer.substring(module) + ".java"));
        Matcher found = SCHEMA.matcher(source);
        assertThat(found.find()).as(writer).isTrue();
        return Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1));
    }
}
