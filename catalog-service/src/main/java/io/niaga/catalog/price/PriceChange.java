package io.niaga.catalog.price;

import io.niaga.types.Money;
import io.niaga.types.Sku;

/** What a SKU is to cost. */
public record PriceChange(Sku sku, Money price) {}
