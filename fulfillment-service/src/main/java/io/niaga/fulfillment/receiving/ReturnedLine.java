package io.niaga.fulfillment.receiving;

import io.niaga.types.Quantity;
import io.niaga.types.Sku;

/**
 * What came back of an order's line, as it was inspected.
 *
 * @param line the order's own number for it
 * @param resellable may be sold again
 * @param damaged is kept, not fit for sale
 */
public record ReturnedLine(int line, Sku sku, Quantity resellable, Quantity damaged) {
    public ReturnedLine {
        if (line < 1) {
            throw new IllegalArgumentException("a line has a number from 1");
        }
        resellable.plus(damaged);
    }

    int units() {
        return resellable.units() + damaged.units();
    }
}
