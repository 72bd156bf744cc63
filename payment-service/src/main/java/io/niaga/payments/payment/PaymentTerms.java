package io.niaga.payments.payment;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a payment was opened for; it never changes.
 *
 * @param customer absent for a guest
 * @param payBy when the order gives up waiting; absent when nothing is waited for
 */
public record PaymentTerms(
        PaymentId id,
        String orderId,
        String orderNumber,
        StoreId store,
        @Nullable UserId customer,
        PaymentMethod method,
        Money amount,
        @Nullable Instant payBy,
        Instant openedAt) {
    /** Stands where nobody ever said which store it was. */
    public static final StoreId NO_STORE = StoreId.of("sto_00000000000000000000000000");

    /** Refuses an attempt after the order gave up waiting; money that comes later still counts. */
    void requireOpen(Instant now) {
        if (payBy != null && !now.isBefore(payBy)) {
            throw PaymentProblem.PAYMENT_WINDOW_CLOSED.with("payBy", payBy);
        }
    }

    /** Whether a repeated command asks for the same payment. */
    boolean isSameAs(PaymentTerms other) {
        return id.equals(other.id)
                && orderId.equals(other.orderId)
                && method == other.method
                && amount.equals(other.amount);
    }
}
