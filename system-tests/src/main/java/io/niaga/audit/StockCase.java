package io.niaga.audit;

import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One row of stock and what others say of it.
 *
 * @param moved what its movements sum up to
 * @param reserved units of reservations that surely hold them
 * @param inMotion units of reservations that are taking them or giving them up right now
 * @param orders the copy of order-service, catalog that of catalog-service: availability by warehouse
 */
record StockCase(
        String id,
        @Nullable Document row,
        Moved moved,
        long reserved,
        long inMotion,
        String told,
        @Nullable Document orders,
        @Nullable Document catalog) {
    static final Set<String> HOLDING = Set.of("HELD", "COMMITTED", "PICKING");
    static final Set<String> IN_MOTION = Set.of("PENDING", "CONSUMING", "RELEASING");

    /** The fold of movements; {@code gap} is the first that does not begin where the one before ended. */
    record Moved(long onHand, long safety, long damaged, boolean tellsDamaged, String gap) {}

    String warehouse() {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
