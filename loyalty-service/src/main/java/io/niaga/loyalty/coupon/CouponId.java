package io.niaga.loyalty.coupon;

import io.niaga.types.TypeId;

/** A coupon's id, {@code cpn_…}. */
public record CouponId(String value) {
    public static final String PREFIX = "cpn";

    public CouponId {
        TypeId.parse(PREFIX, value);
    }

    public static CouponId of(String value) {
        return new CouponId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
