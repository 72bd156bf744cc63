package io.niaga.events.payments;

import java.time.Instant;

/**
 * An attempt to pay was declined; another may follow.
 *
 * @param reason UPPER_SNAKE, ours
 */
public record PaymentFailedV1(String paymentId, String orderId, String storeId, String reason, Instant at) {
    public static final String TYPE = "payment.failed.v1";
}
