package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.receiving.ReturnId;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.types.TypeId;

/** A fulfillment's id, {@code ful_…}: its order's bits. */
public record FulfillmentId(String value) {
    public static final String PREFIX = "ful";

    public FulfillmentId {
        TypeId.parse(PREFIX, value);
    }

    public static FulfillmentId of(String value) {
        return new FulfillmentId(value);
    }

    /** The order's own fulfillment. */
    public static FulfillmentId of(OrderId order) {
        return new FulfillmentId(
                TypeId.parse(OrderId.PREFIX, order.value()).withPrefix(PREFIX).toString());
    }

    /** The fulfillment of that reservation's order. */
    static FulfillmentId of(ReservationId reservation) {
        return new FulfillmentId(TypeId.parse(ReservationId.PREFIX, reservation.value())
                .withPrefix(PREFIX)
                .toString());
    }

    /** Under which its goods come back, when they could not be delivered. */
    ReturnId returned() {
        return ReturnId.of(
                TypeId.parse(PREFIX, value).withPrefix(ReturnId.PREFIX).toString());
    }

    ReservationId reservation() {
        return ReservationId.of(
                TypeId.parse(PREFIX, value).withPrefix(ReservationId.PREFIX).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
