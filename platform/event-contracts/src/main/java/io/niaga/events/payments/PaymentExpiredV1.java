package io.niaga.events.payments;

import java.time.Instant;

/**
 * The provider takes no more money for a payment; money that comes nevertheless is told as assured or late.
 */
public record PaymentExpiredV1(String paymentId, String orderId, String storeId, Instant at) {
    public static final String TYPE = "payment.expired.v1";
}
