package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * A fulfillment was given to the warehouse to pick.
 */
public record FulfillmentReleasedV1(String fulfillmentId, String orderId, String storeId, Instant at) {
    public static final String TYPE = "fulfillment.released.v1";
}
