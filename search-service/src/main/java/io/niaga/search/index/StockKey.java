package io.niaga.search.index;

/** A SKU of a store in a warehouse, {@code storeId/sku/warehouse}. */
public record StockKey(String variant, String warehouse) {
    /** @throws IllegalArgumentException when it has not three parts */
    public static StockKey of(String text) {
        int last = text.lastIndexOf('/');
        int first = text.indexOf('/');
        if (first <= 0 || last <= first + 1 || last == text.length() - 1) {
            throw new IllegalArgumentException("a stock key is storeId/sku/warehouse");
        }
        return new StockKey(text.substring(0, last), text.substring(last + 1));
    }

    /** What a variant is called across stores, {@code storeId/sku}. */
    public static String variant(String storeId, String sku) {
        return storeId + "/" + sku;
    }

    @Override
    public String toString() {
        return variant + "/" + warehouse;
    }
}
