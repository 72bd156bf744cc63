package io.niaga.fulfillment.stock;

/** How many units, or fewer, count as low where no reorder point is set. */
public record LowStock(int units) {
    public LowStock {
        if (units < 0) {
            throw new IllegalArgumentException("a threshold is not negative");
        }
    }
}
