package io.niaga.events.payments;

import java.time.Instant;

/**
 * A payment was given up before money was assured, because its order ended.
 */
public record PaymentCancelledV1(String paymentId, String orderId, String storeId, Instant at) {
    public static final String TYPE = "payment.cancelled.v1";
}
