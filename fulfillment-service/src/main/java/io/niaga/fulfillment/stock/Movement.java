package io.niaga.fulfillment.stock;

import io.niaga.types.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a row's units, never edited. The sum of a row's movements is what it has on hand, keeps back
 * and cannot sell because it is damaged.
 *
 * @param id the row's key and a number
 * @param actor an id or a service's name
 * @param reference what it was for, when something else knows it: a reservation
 */
public record Movement(
        String id,
        StockKey key,
        Reason reason,
        Level onHand,
        Level safety,
        Level damaged,
        @Nullable String reference,
        String actor,
        @Nullable UserId onBehalfOf,
        Instant at) {

    /** Units before and after. */
    public record Level(int before, int after) {
        public static final Level NONE = new Level(0, 0);

        public int change() {
            return after - before;
        }
    }
}
