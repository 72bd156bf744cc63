package io.niaga.orders.order;

import java.time.Instant;

/** That what was promised will not arrive, why, and since when that is certain. */
public record BrokenPromise(Reason reason, Instant at) {
    /** How the goods were kept from their buyer. */
    public enum Reason {
        /** Nobody took them; they are in the warehouse again. */
        UNDELIVERED,
        LOST,
        DAMAGED,
        /** They were not where they should have been when they were to be picked. */
        OUT_OF_STOCK
    }
}
