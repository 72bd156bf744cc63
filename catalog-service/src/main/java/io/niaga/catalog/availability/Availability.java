package io.niaga.catalog.availability;

/** Whether a SKU can be had now: plenty, few, none. The earlier constant is the better. */
public enum Availability {
    IN_STOCK,
    LOW,
    OUT
}
