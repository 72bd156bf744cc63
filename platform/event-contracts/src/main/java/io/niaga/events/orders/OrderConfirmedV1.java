package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money is assured and every line's stock is committed: the promise stands.
 *
 * @param promisedBy the delivery date the customer was promised
 */
public record OrderConfirmedV1(
        String orderId,
        String number,
        String storeId,
        String storeTimeZone,
        @Nullable String customerId,
        List<OrderLineV1> lines,
        OrderTotalsV1 totals,
        @Nullable String couponCode,
        String paymentId,
        String reservationId,
        boolean cashOnDelivery,
        String carrier,
        String service,
        Instant promisedBy,
        Instant placedAt,
        Instant confirmedAt) {
    public static final String TYPE = "order.confirmed.v1";
}
