package io.niaga.events.loyalty;

import java.time.Instant;

/**
 * A coupon use was given back because its order ended.
 */
public record CouponGivenBackV1(String couponId, String code, String orderId, String storeId, Instant at) {
    public static final String TYPE = "coupon.given-back.v1";
}
