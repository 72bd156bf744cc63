package io.niaga.events.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order was cancelled by its customer, or by staff for a reason that is the customer's.
 *
 * @param fromState AWAITING_PAYMENT or CONFIRMED
 * @param refundId the refund it caused, when money was assured
 */
public record OrderCancelledV1(
        String orderId,
        String number,
        String storeId,
        String storeTimeZone,
        @Nullable String customerId,
        String reason,
        String fromState,
        @Nullable String refundId,
        @Nullable String couponCode,
        OrderTotalsV1 totals,
        Instant placedAt,
        Instant cancelledAt) {
    public static final String TYPE = "order.cancelled.v1";
}
