package io.niaga.events.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer placed an order; its stock is held and its payment is opened.
 *
 * @param customerId absent for a guest
 * @param storeTimeZone IANA name; days are counted in it
 * @param payBy when the order expires unpaid; absent when it is already assured
 */
public record OrderPlacedV1(
        String orderId,
        String number,
        String storeId,
        String storeTimeZone,
        @Nullable String customerId,
        List<OrderLineV1> lines,
        OrderTotalsV1 totals,
        @Nullable String couponCode,
        String paymentMethod,
        String paymentId,
        String reservationId,
        @Nullable Instant payBy,
        Instant placedAt) {
    public static final String TYPE = "order.placed.v1";
}
