package io.niaga.events.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed order will not arrive, and is over: its goods were lost, damaged on the way, came back undelivered, or were not
 * there to be picked. Its coupon is given back, and its money if it was taken.
 *
 * @param reason UNDELIVERED, LOST, DAMAGED or OUT_OF_STOCK
 * @param refundId the refund it causes; null when no money was taken
 */
public record OrderPromiseFailedV1(
        String orderId,
        String number,
        String storeId,
        String storeTimeZone,
        @Nullable String customerId,
        String reason,
        @Nullable String refundId,
        @Nullable String couponCode,
        OrderTotalsV1 totals,
        Instant placedAt,
        Instant at) {
    public static final String TYPE = "order.promise-failed.v1";
}
