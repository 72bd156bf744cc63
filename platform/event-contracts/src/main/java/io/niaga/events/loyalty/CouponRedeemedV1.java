package io.niaga.events.loyalty;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * A coupon was used by an order that was confirmed.
 */
public record CouponRedeemedV1(String couponId, String code, String orderId, String storeId, Money amount, Instant at) {
    public static final String TYPE = "coupon.redeemed.v1";
}
