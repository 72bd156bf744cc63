package io.niaga.orders.quote;

import io.niaga.types.Money;

/**
 * A purchase's amounts: {@code total = items − discount + shipping}; {@code tax} is what is included in it: the lines' taxes
 * and {@code shippingTax}, summing exactly.
 */
public record Totals(Money items, Money discount, Money shipping, Money shippingTax, Money tax, Money total) {}
