package io.niaga.fulfillment.receiving;

import io.niaga.types.TypeId;

/** A return's id, {@code ret_…}, as order-service gave it. */
public record ReturnId(String value) {
    public static final String PREFIX = "ret";

    public ReturnId {
        TypeId.parse(PREFIX, value);
    }

    public static ReturnId of(String value) {
        return new ReturnId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
