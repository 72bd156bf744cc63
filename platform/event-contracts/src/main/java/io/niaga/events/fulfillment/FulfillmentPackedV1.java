package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * A fulfillment was packed.
 */
public record FulfillmentPackedV1(String fulfillmentId, String orderId, String storeId, int weightGrams, Instant at) {
    public static final String TYPE = "fulfillment.packed.v1";
}
