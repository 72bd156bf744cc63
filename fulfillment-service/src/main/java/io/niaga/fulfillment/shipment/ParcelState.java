package io.niaga.fulfillment.shipment;

/** Where a parcel is. It only moves on: to a later row of this list, and from the last rows nowhere. */
public enum ParcelState {
    PRE_TRANSIT(0),
    IN_TRANSIT(1),
    OUT_FOR_DELIVERY(2),
    FAILED_ATTEMPT(3),
    DELIVERED(4),
    RETURN_TO_SENDER(4),
    LOST(4),
    DAMAGED(4);

    private final int rank;

    ParcelState(int rank) {
        this.rank = rank;
    }

    /** Whether hearing of that one is news; a report that comes late or twice is none. */
    public boolean isBefore(ParcelState reported) {
        return rank < reported.rank;
    }
}
