package io.niaga.events.orders;

import io.niaga.types.Money;

/**
 * One line of an order. {@code total = unitPrice × quantity − discount}; {@code tax} is the part of it that is tax.
 *
 * @param line counts from 1 and names the line for ever
 */
public record OrderLineV1(
        int line,
        String sku,
        String productId,
        int quantity,
        Money unitPrice,
        Money discount,
        Money tax,
        Money total) {}
