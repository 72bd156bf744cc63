package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * A parcel will not arrive: the carrier lost or damaged it.
 *
 * @param reason {@code LOST} or {@code DAMAGED}
 */
public record ParcelLostV1(
        String fulfillmentId, String orderId, String storeId, String tracking, String reason, Instant at) {
    public static final String TYPE = "parcel.lost.v1";
}
