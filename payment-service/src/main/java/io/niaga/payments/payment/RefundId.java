package io.niaga.payments.payment;

import io.niaga.types.TypeId;

/** A refund's id, {@code rfd_…}; derived from what caused it, so that asking twice refunds once. */
public record RefundId(String value) {
    public static final String PREFIX = "rfd";

    public RefundId {
        TypeId.parse(PREFIX, value);
    }

    public static RefundId of(String value) {
        return new RefundId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
