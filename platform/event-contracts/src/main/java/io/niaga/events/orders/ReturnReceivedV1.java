package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return arrived in the warehouse; what is worth what is not known yet.
 */
public record ReturnReceivedV1(
        String returnId,
        String orderId,
        String storeId,
        @Nullable String customerId,
        List<ReturnLineV1> lines,
        Instant at) {
    public static final String TYPE = "return.received.v1";
}
