package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * A parcel reached the customer.
 *
 * @param allDelivered whether it was the last one of the order
 */
public record ParcelDeliveredV1(
        String fulfillmentId, String orderId, String storeId, String tracking, boolean allDelivered, Instant at) {
    public static final String TYPE = "parcel.delivered.v1";
}
