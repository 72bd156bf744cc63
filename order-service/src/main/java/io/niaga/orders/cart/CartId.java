package io.niaga.orders.cart;

import io.niaga.types.TypeId;

/** A cart's id, {@code crt_…}. */
public record CartId(String value) {
    public static final String PREFIX = "crt";

    public CartId {
        TypeId.parse(PREFIX, value);
    }

    public static CartId of(String value) {
        return new CartId(value);
    }

    public TypeId typeId() {
        return TypeId.parse(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
