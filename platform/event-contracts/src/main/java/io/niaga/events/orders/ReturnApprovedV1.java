package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return may be sent back.
 */
public record ReturnApprovedV1(
        String returnId,
        String orderId,
        String storeId,
        @Nullable String customerId,
        List<ReturnLineV1> lines,
        Instant at) {
    public static final String TYPE = "return.approved.v1";
}
