package io.niaga.events.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order moved on in a way that no other event tells, for example into fulfillment.
 */
public record OrderChangedV1(
        String orderId, String storeId, @Nullable String customerId, String state, Instant at) {
    public static final String TYPE = "order.changed.v1";
}
