package io.niaga.events.payments;

import io.niaga.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money went back to the customer, or an authorisation was voided.
 *
 * @param goods the part of the amount that is for goods; when it is not said, the order's goods have their share of it
 */
public record RefundSucceededV1(
        String refundId,
        String paymentId,
        String orderId,
        String storeId,
        Money amount,
        @Nullable Money goods,
        Instant at) {
    public static final String TYPE = "refund.succeeded.v1";
}
