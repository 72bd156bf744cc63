package io.niaga.events.behaviour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody searched.
 *
 * @param sessionId {@code ses_…}, derived from the visitor's own random one
 * @param userId who is signed in; absent for a guest
 * @param query in lower case, at most 100 characters, without what looks like a mail address or a telephone number
 */
public record ProductSearchedV1(
        String storeId, String sessionId, @Nullable String userId, String query, Instant at) {
    public static final String TYPE = "product.searched.v1";
}
