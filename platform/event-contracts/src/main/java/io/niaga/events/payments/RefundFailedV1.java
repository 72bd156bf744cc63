package io.niaga.events.payments;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * The provider refused a refund; it is retried or handed to a person.
 */
public record RefundFailedV1(
        String refundId, String paymentId, String orderId, String storeId, Money amount, String reason, Instant at) {
    public static final String TYPE = "refund.failed.v1";
}
