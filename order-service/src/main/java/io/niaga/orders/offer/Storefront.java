package io.niaga.orders.offer;

import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.util.Currency;

/**
 * What buying in a store needs to know of it.
 *
 * @param timeZone IANA name; days of the store are counted in it
 * @param taxIncluded whether its prices include tax
 */
public record Storefront(
        StoreId store, String name, Currency currency, String timeZone, boolean taxIncluded, Percentage taxRate) {}
