package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return came to nothing: the customer kept the goods.
 */
public record ReturnCancelledV1(
        String returnId,
        String orderId,
        String storeId,
        @Nullable String customerId,
        List<ReturnLineV1> lines,
        Instant at) {
    public static final String TYPE = "return.cancelled.v1";
}
