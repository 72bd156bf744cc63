package io.niaga.events.behaviour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product's page was shown.
 *
 * @param sessionId {@code ses_…}, derived from the visitor's own random one
 * @param userId who is signed in; absent for a guest
 */
public record ProductViewedV1(
        String storeId,
        String sessionId,
        @Nullable String userId,
        String productId,
        @Nullable String sku,
        Instant at) {
    public static final String TYPE = "product.viewed.v1";
}
