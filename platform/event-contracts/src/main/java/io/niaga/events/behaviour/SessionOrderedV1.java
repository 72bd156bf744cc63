package io.niaga.events.behaviour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session placed an order, as its frontend says; whoever counts it asks for the order.
 *
 * @param sessionId {@code ses_…}, derived from the visitor's own random one
 * @param userId who is signed in; absent for a guest
 */
public record SessionOrderedV1(
        String storeId, String sessionId, @Nullable String userId, String orderId, Instant at) {
    public static final String TYPE = "session.ordered.v1";
}
