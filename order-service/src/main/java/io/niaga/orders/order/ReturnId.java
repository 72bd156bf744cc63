package io.niaga.orders.order;

import io.niaga.types.TypeId;

/** A return's id, {@code ret_…}; its restock has it too, its refund has the same bits. */
public record ReturnId(String value) {
    public static final String PREFIX = "ret";

    public ReturnId {
        TypeId.parse(PREFIX, value);
    }

    public static ReturnId of(String value) {
        return new ReturnId(value);
    }

    public TypeId typeId() {
        return TypeId.parse(PREFIX, value);
    }

    public String refund() {
        return typeId().withPrefix("rfd").toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
