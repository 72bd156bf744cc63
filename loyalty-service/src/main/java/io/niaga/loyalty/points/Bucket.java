package io.niaga.loyalty.points;

import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The points of one order: {@code PENDING → ACTIVE | CANCELLED}; an order has at most one bucket.
 *
 * @param earned the points of the order as it was bought
 * @param points what is left of them
 * @param worth what the order is worth; absent in buckets from before refunds were heard
 * @param refunds what of the order went back, each once
 */
public record Bucket(
        String orderId,
        StoreId store,
        long earned,
        long points,
        BucketState state,
        Instant at,
        @Nullable Worth worth,
        List<GoodsRefund> refunds) {
    /** Whether the points count. */
    public enum BucketState {
        PENDING,
        ACTIVE,
        CANCELLED
    }

    public Bucket {
        refunds = List.copyOf(refunds);
    }

    /** The bucket of an order as it was bought. */
    public static Bucket of(String orderId, StoreId store, Worth worth, Instant at) {
        return new Bucket(orderId, store, worth.points(), worth.points(), BucketState.PENDING, at, worth, List.of());
    }

    Bucket in(BucketState next, Instant when) {
        return new Bucket(orderId, store, earned, points, next, when, worth, refunds);
    }

    /** What is left when these refunds are known too; points never come back with a refund. */
    Bucket after(List<GoodsRefund> heard, PointsRate rate) {
        Map<String, GoodsRefund> all = new LinkedHashMap<>();
        refunds.forEach(r -> all.put(r.refundId(), r));
        heard.forEach(r -> all.putIfAbsent(r.refundId(), r));
        if (all.isEmpty()) {
            return this;
        }
        GoodsRefund any = all.values().iterator().next();
        Worth known = worth == null ? rate.atLeast(earned, any.amount().currency()) : worth;
        long left = Math.min(points, known.pointsAfter(all.values()));
        return new Bucket(orderId, store, earned, left, state, at, worth, List.copyOf(all.values()));
    }
}
