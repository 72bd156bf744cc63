package io.niaga.events.payments;

import io.niaga.types.Money;
import java.time.Instant;

/**
 * A payment was opened for an order.
 */
public record PaymentOpenedV1(
        String paymentId, String orderId, String storeId, String method, Money amount, Instant at) {
    public static final String TYPE = "payment.opened.v1";
}
