package io.niaga.fulfillment.stock;

import java.time.Instant;

/**
 * Something that was done to a row and is not finished elsewhere. Its presence in the row is the record that it was done,
 * so it is undone, or left alone, exactly once.
 *
 * @param name tells whose it is; unique within the row
 * @param units how many it moved
 */
public record Operation(String name, int units, Instant at) {
    public Operation {
        if (units <= 0) {
            throw new IllegalArgumentException("an operation moves at least one unit");
        }
    }
}
