package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * Everything of a fulfillment was picked.
 */
public record FulfillmentPickedV1(String fulfillmentId, String orderId, String storeId, Instant at) {
    public static final String TYPE = "fulfillment.picked.v1";
}
