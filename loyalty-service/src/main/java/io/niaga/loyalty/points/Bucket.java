package io.niaga.loyalty.points;

import io.niaga.types.StoreId;
import java.time.Instant;

/** The points of one order: {@code PENDING → ACTIVE | CANCELLED}; an order has at most one bucket. */
public record Bucket(String orderId, StoreId store, long points, BucketState state, Instant at) {
    public enum BucketState {
        PENDING,
        ACTIVE,
        CANCELLED
    }
}
