package io.niaga.events.orders;

/**
 * Units of one line of an order that are returned.
 *
 * @param line the order's line
 */
public record ReturnLineV1(int line, String sku, int quantity) {}
