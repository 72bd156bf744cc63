package io.niaga.orders.order;

import java.time.Instant;
import java.util.Map;

/** Something that happened to an order, for its timeline. Details are codes and ids, never personal. */
public record Moment(Instant at, Type type, Map<String, String> details) {
    /** What happened. */
    public enum Type {
        PLACED,
        PAYMENT_FAILED,
        PAYMENT_EXPIRED,
        PAID,
        PAID_LATE,
        CONFIRMED,
        REVIVED,
        RELEASED,
        PICKING_STARTED,
        PICKED,
        PACKED,
        HANDED_OVER,
        PARCEL_MOVED,
        RECEIVED_BACK,
        MONEY_COLLECTED,
        COMPLETED,
        PROMISE_FAILED,
        CANCELLED,
        EXPIRED,
        REFUNDED,
        REFUND_FAILED,
        ADDRESS_CHANGED,
        RETURN_REQUESTED,
        RETURN_APPROVED,
        RETURN_REFUSED,
        RETURN_RECEIVED,
        RETURN_INSPECTED,
        RETURN_SETTLED,
        RETURN_CANCELLED
    }

    public Moment {
        details = Map.copyOf(details);
    }
}
