package io.niaga.loyalty.points;

import io.niaga.types.StoreId;
import java.time.Instant;

/** One line of a member's ledger: why the points are what they are. Entries are added and never change. */
public record PointsEntry(EntryKind kind, long points, String orderId, StoreId store, Instant at) {
    /** What happened to the points of an order. */
    public enum EntryKind {
        /** They will be active when the order is completed. */
        PENDING,
        /** They became active. */
        EARNED,
        /** They will never be active: the order was cancelled. */
        CANCELLED,
        /** Fewer will be active: money of the order went back before it was completed. */
        REDUCED,
        /** They are active no more: money of the order went back. */
        CLAWED_BACK
    }

    /** What the entry adds to the active points; a member's active points are the sum over all entries. */
    public long change() {
        return switch (kind) {
            case EARNED -> points;
            case CLAWED_BACK -> -points;
            case PENDING, CANCELLED, REDUCED -> 0;
        };
    }
}
