package io.niaga.fulfillment.reservation;

import io.niaga.types.Quantity;
import io.niaga.types.Sku;

/** What an order wants of a SKU; {@code line} is the order's own number for it. */
public record WantedLine(int line, Sku sku, Quantity quantity) {
    public WantedLine {
        if (line < 1 || quantity.isZero()) {
            throw new IllegalArgumentException("a line has a number from 1 and at least one unit");
        }
    }
}
