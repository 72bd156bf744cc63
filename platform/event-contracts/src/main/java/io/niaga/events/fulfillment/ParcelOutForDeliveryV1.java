package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * A parcel is on its last leg.
 */
public record ParcelOutForDeliveryV1(
        String fulfillmentId, String orderId, String storeId, String tracking, Instant at) {
    public static final String TYPE = "parcel.out-for-delivery.v1";
}
