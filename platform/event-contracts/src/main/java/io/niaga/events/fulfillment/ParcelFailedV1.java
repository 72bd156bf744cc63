package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * A delivery attempt failed.
 */
public record ParcelFailedV1(String fulfillmentId, String orderId, String storeId, String tracking, Instant at) {
    public static final String TYPE = "parcel.failed.v1";
}
