package io.niaga.fulfillment.reservation;

import java.util.Set;

/** Where a reservation is in its life; each ends consumed, released or refused, once. */
public enum ReservationState {
    /** Units are being taken, line by line; nobody may count on it yet. */
    PENDING,
    /** Not everything was there; nothing is kept. */
    REFUSED,
    /** All units are taken for the order, which is not paid yet. */
    HELD,
    /** The order is confirmed: these units are promised. */
    COMMITTED,
    /** Somebody is taking them from the shelf; the order cannot be cancelled any more. */
    PICKING,
    /** They are being booked out, row by row. */
    CONSUMING,
    /** They left the warehouse. */
    CONSUMED,
    /** They are being given back, row by row; those that were not on the shelf are booked out. */
    RELEASING,
    /** They were given back, or never taken: also the tombstone of an id that nobody knew. */
    RELEASED;

    /** Where it may go from here. A higher fence reopens REFUSED and RELEASED; PENDING again is another attempt. */
    public Set<ReservationState> next() {
        return switch (this) {
            case PENDING -> Set.of(PENDING, HELD, REFUSED, RELEASED);
            case REFUSED -> Set.of(PENDING, REFUSED, RELEASED);
            case HELD -> Set.of(COMMITTED, RELEASING);
            case COMMITTED -> Set.of(PICKING, RELEASING);
            case PICKING -> Set.of(CONSUMING, RELEASING);
            case CONSUMING -> Set.of(CONSUMED);
            case RELEASING -> Set.of(RELEASED);
            case RELEASED -> Set.of(PENDING, REFUSED);
            case CONSUMED -> Set.of();
        };
    }

    /** Whether the units are, or were, this reservation's: what its last attempt took is not undone. */
    public boolean wasHeld() {
        return switch (this) {
            case HELD, COMMITTED, PICKING, CONSUMING, CONSUMED, RELEASING, RELEASED -> true;
            case PENDING, REFUSED -> false;
        };
    }

    /** Whether the units are counted as reserved until it is finished. */
    public boolean holdsUnits() {
        return switch (this) {
            case HELD, COMMITTED, PICKING -> true;
            case PENDING, REFUSED, CONSUMING, CONSUMED, RELEASING, RELEASED -> false;
        };
    }

    /** Whether it is being rolled forward row by row. */
    public boolean rollsForward() {
        return this == RELEASING || this == CONSUMING;
    }
}
