package io.niaga.payments.payment;

import io.niaga.types.TypeId;

/** A payment's id, {@code pay_…}; it has the bits of its order. */
public record PaymentId(String value) {
    public static final String PREFIX = "pay";

    public PaymentId {
        TypeId.parse(PREFIX, value);
    }

    public static PaymentId of(String value) {
        return new PaymentId(value);
    }

    public TypeId typeId() {
        return TypeId.parse(PREFIX, value);
    }

    /** The first payment of an order. */
    public static PaymentId firstOf(String orderId) {
        return new PaymentId(TypeId.parse("ord", orderId).withPrefix(PREFIX).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
