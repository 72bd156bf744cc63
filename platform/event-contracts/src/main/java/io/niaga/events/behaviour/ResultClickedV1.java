package io.niaga.events.behaviour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product was chosen from what a search found.
 *
 * @param sessionId {@code ses_…}, derived from the visitor's own random one
 * @param userId who is signed in; absent for a guest
 */
public record ResultClickedV1(
        String storeId,
        String sessionId,
        @Nullable String userId,
        @Nullable String query,
        String productId,
        @Nullable String sku,
        Instant at) {
    public static final String TYPE = "result.clicked.v1";
}
