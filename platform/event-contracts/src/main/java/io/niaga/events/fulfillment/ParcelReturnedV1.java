package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * A parcel goes back to the sender.
 */
public record ParcelReturnedV1(String fulfillmentId, String orderId, String storeId, String tracking, Instant at) {
    public static final String TYPE = "parcel.returned.v1";
}
