package io.niaga.events.payments;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * The money of an order is assured: it may be fulfilled.
 *
 * @param assurance CAPTURED, AUTHORIZED, CASH_ON_DELIVERY or NOTHING_TO_PAY
 */
public record PaymentAssuredV1(
        String paymentId, String orderId, String storeId, String assurance, Money amount, Instant at) {
    public static final String TYPE = "payment.assured.v1";
}
