package io.niaga.loyalty.coupon;

import io.niaga.types.TypeId;

/** A coupon hold's id, {@code hld_…}; it has the bits of its order. */
public record HoldId(String value) {
    public static final String PREFIX = "hld";

    public HoldId {
        TypeId.parse(PREFIX, value);
    }

    public static HoldId of(String value) {
        return new HoldId(value);
    }

    public static HoldId ofOrder(String orderId) {
        return new HoldId(TypeId.parse("ord", orderId).withPrefix(PREFIX).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
