package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer wants to send something back.
 */
public record ReturnRequestedV1(
        String returnId,
        String orderId,
        String storeId,
        @Nullable String customerId,
        List<ReturnLineV1> lines,
        Instant at) {
    public static final String TYPE = "return.requested.v1";
}
