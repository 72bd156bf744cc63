package io.niaga.fulfillment.stock;

import io.niaga.types.Actor;
import io.niaga.types.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /**
     * Units that a customer sent back, or that could not be delivered, are in the warehouse again.
     *
     * @param reference the return that they came with
     * @param actor an id or a service's name
     */
    record Returned(
            StockKey key,
            Buckets before,
            Buckets after,
            String reference,
            String actor,
            @Nullable UserId onBehalfOf,
            Instant at)
            implements StockFact {}

    /**
     * Reserved units were not there when they were to be picked.
     *
     * @param reference the reservation they were reserved by
     * @param actor who found it: an id
     */
    record WrittenOff(
            StockKey key, Buckets before, Buckets after, Reason reason, String reference, String actor, Instant at)
            implements StockFact {}

    /** A row's availability is another one than was last told. */
    record AvailabilityChanged(StockKey key, Availability availability) implements StockFact {}
}
