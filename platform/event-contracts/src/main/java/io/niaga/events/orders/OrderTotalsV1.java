package io.niaga.events.orders;

import io.niaga.types.Money;

/**
 * An order's amounts: {@code total = items − discount + shipping}; {@code tax} is what is included in them.
 */
public record OrderTotalsV1(Money items, Money discount, Money shipping, Money tax, Money total) {}
