package io.niaga.fulfillment.reservation;

import io.niaga.types.TypeId;

/** A reservation's id, {@code rsv_…}: its order's bits. */
public record ReservationId(String value) {
    public static final String PREFIX = "rsv";

    public ReservationId {
        TypeId.parse(PREFIX, value);
    }

    public static ReservationId of(String value) {
        return new ReservationId(value);
    }

    /** The order's own reservation. */
    public static ReservationId of(OrderId order) {
        return new ReservationId(
                TypeId.parse(OrderId.PREFIX, order.value()).withPrefix(PREFIX).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
