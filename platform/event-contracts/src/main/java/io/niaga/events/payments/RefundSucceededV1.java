package io.niaga.events.payments;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * Money went back to the customer, or an authorisation was voided.
 */
public record RefundSucceededV1(
        String refundId, String paymentId, String orderId, String storeId, Money amount, Instant at) {
    public static final String TYPE = "refund.succeeded.v1";
}
