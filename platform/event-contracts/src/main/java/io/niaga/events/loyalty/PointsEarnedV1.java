package io.niaga.events.loyalty;

import java.time.Instant;

/**
 * A member earned points.
 */
public record PointsEarnedV1(String memberId, String userId, String storeId, long points, String orderId, Instant at) {
    public static final String TYPE = "points.earned.v1";
}
