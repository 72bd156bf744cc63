package io.niaga.fulfillment.stock;

import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Comparator;
import java.util.List;

/** Names one row of stock: a store's SKU in one of its warehouses. Ordered by its text. */
public record StockKey(StoreId store, Sku sku, WarehouseId warehouse) implements Comparable<StockKey> {
    private static final int PARTS = 3;

    /** Reads {@code <store>/<sku>/<warehouse>}. */
    public static StockKey parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("a stock row is named by store, SKU and warehouse");
        }
        return new StockKey(StoreId.of(parts.get(0)), Sku.of(parts.get(1)), WarehouseId.of(parts.get(2)));
    }

    @Override
    public int compareTo(StockKey other) {
        return Comparator.comparing(StockKey::toString).compare(this, other);
    }

    @Override
    public String toString() {
        return store + "/" + sku + "/" + warehouse;
    }
}
