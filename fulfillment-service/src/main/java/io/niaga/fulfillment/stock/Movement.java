package io.niaga.fulfillment.stock;

import io.niaga.types.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a row's units, never edited. The sum of a row's movements is what it has on hand and keeps back.
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
        @Nullable String reference,
        String actor,
        @Nullable UserId onBehalfOf,
        Instant at) {

    /** Units before and after. */
    public record Level(int before, int after) {
        public int change() {
            return after - before;
        }
    }
}
