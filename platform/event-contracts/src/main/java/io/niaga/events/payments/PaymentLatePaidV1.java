package io.niaga.events.payments;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * Money arrived for a payment that had been given up: the order is revived or the money goes back.
 */
public record PaymentLatePaidV1(String paymentId, String orderId, String storeId, Money amount, Instant at) {
    public static final String TYPE = "payment.late-paid.v1";
}
