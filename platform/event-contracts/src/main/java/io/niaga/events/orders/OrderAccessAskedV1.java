package io.niaga.events.orders;

import java.time.Instant;

/**
 * Whoever bought without an account asked for a way back to the order; their letter has it, this has not.
 *
 * @param at of several of an order, which one it is
 */
public record OrderAccessAskedV1(String orderId, String storeId, Instant at) {
    public static final String TYPE = "order.access-asked.v1";
}
