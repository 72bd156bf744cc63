package io.niaga.fulfillment.reservation;

import io.niaga.types.TypeId;

/** An order's id, {@code ord_…}, as order-service gave it. */
public record OrderId(String value) {
    public static final String PREFIX = "ord";

    public OrderId {
        TypeId.parse(PREFIX, value);
    }

    public static OrderId of(String value) {
        return new OrderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
