package io.niaga.fulfillment.stock;

import io.niaga.types.Actor;
import java.time.Instant;

/** What is told, or written down elsewhere, because a row was written. */
public sealed interface StockFact {
    /** Somebody counted, or set what is kept back or when to reorder. */
    record Counted(Actor actor, Stock before, Stock after, Reason reason) implements StockFact {
        public boolean movesUnits() {
            return !before.buckets().equals(after.buckets());
        }

        public boolean changesOnHand() {
            return before.buckets().onHand() != after.buckets().onHand();
        }
    }

    /**
     * Reserved units left the warehouse.
     *
     * @param reference the reservation they were reserved by
     */
    record HandedOver(StockKey key, Buckets before, Buckets after, String reference, Instant at) implements StockFact {}

    /** A row's availability is another one than was last told. */
    record AvailabilityChanged(StockKey key, Availability availability) implements StockFact {}
}
