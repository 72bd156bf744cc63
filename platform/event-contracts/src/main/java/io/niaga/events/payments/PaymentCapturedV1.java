package io.niaga.events.payments;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * Money reached us: after an authorisation, or collected on delivery. Not told again when it was assured as captured.
 */
public record PaymentCapturedV1(String paymentId, String orderId, String storeId, Money amount, Instant at) {
    public static final String TYPE = "payment.captured.v1";
}
