package io.niaga.events.fulfillment;

/**
 * Whether a SKU can be had from one warehouse. Consumers take the best of a SKU's warehouses.
 *
 * @param availability IN_STOCK, LOW or OUT
 */
public record AvailabilityStateV1(String storeId, String sku, String warehouseId, String availability) {
    public static final String TYPE = "availability.state.v1";
}
