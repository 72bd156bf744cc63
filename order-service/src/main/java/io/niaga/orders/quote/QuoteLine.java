package io.niaga.orders.quote;

import io.niaga.orders.offer.Offer;
import io.niaga.types.Money;
import io.niaga.types.Sku;

/**
 * One line, fixed: {@code total = unitPrice × quantity − discount}; {@code tax} is the part of the total that is tax.
 *
 * @param line counts from 1 and names the line for ever
 */
public record QuoteLine(int line, Offer offer, int quantity, Money discount, Money tax, Money total) {
    public Sku sku() {
        return offer.sku();
    }

    /** Before any discount. */
    public Money gross() {
        return offer.unitPrice().times(quantity);
    }
}
