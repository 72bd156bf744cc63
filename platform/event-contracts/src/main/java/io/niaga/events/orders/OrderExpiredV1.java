package io.niaga.events.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order was not paid in time; its stock and coupon are free again.
 */
public record OrderExpiredV1(
        String orderId,
        String number,
        String storeId,
        @Nullable String customerId,
        OrderTotalsV1 totals,
        Instant placedAt,
        Instant expiredAt) {
    public static final String TYPE = "order.expired.v1";
}
