package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * The physical count of a SKU changed other than by an order.
 */
public record StockAdjustedV1(
        String storeId, String sku, String warehouseId, int onHandBefore, int onHandAfter, String reason, Instant at) {
    public static final String TYPE = "stock.adjusted.v1";
}
