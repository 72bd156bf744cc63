package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an order was delivered.
 */
public record OrderCompletedV1(
        String orderId,
        String number,
        String storeId,
        String storeTimeZone,
        @Nullable String customerId,
        List<OrderLineV1> lines,
        OrderTotalsV1 totals,
        Instant completedAt) {
    public static final String TYPE = "order.completed.v1";
}
