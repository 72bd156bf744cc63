package io.niaga.events.fulfillment;

import java.time.Instant;

/**
 * Picking began: from here the order is in fulfillment and cannot be cancelled.
 */
public record PickingStartedV1(String fulfillmentId, String orderId, String storeId, Instant at) {
    public static final String TYPE = "picking.started.v1";
}
