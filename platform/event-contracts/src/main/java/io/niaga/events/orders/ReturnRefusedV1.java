package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store does not take a return.
 */
public record ReturnRefusedV1(
        String returnId,
        String orderId,
        String storeId,
        @Nullable String customerId,
        List<ReturnLineV1> lines,
        Instant at) {
    public static final String TYPE = "return.refused.v1";
}
