package io.niaga.reporting.conversion;

import io.niaga.types.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a session did.
 *
 * @param id the same for the same deed, however often it is told
 * @param orderId for {@link Kind#ORDER}: what it says it placed
 */
public record Deed(
        StoreId store,
        String session,
        Instant at,
        long id,
        Kind kind,
        @Nullable String orderId) {
    /** What matters of it here. */
    public enum Kind {
        PRODUCT_VIEW,
        CART_ADD,
        ORDER,
        /** It shows that there was a session. */
        OTHER
    }
}
