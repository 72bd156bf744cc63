package io.niaga.events.loyalty;

import java.time.Instant;

/**
 * A member lost points that goods had earned which were refunded.
 */
public record PointsClawedBackV1(
        String memberId, String userId, String storeId, long points, String orderId, Instant at) {
    public static final String TYPE = "points.clawed-back.v1";
}
