package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * The carrier moved a parcel.
 */
public record ParcelInTransitV1(String fulfillmentId, String orderId, String storeId, String tracking, Instant at) {
    public static final String TYPE = "parcel.in-transit.v1";
}
