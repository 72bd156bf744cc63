package io.niaga.payments.payment;

import io.niaga.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back. A refund of what was never captured only voids: nothing moves and nothing is posted.
 *
 * @param failure why the provider refused it, when it did
 */
public record Refund(
        RefundId id,
        Money amount,
        String reason,
        RefundState state,
        Instant requestedAt,
        @Nullable String failure) {
    /** {@code PENDING → SUCCEEDED | FAILED → PENDING}, or {@code VOIDED} from the start. */
    public enum RefundState {
        PENDING,
        SUCCEEDED,
        FAILED,
        VOIDED
    }

    Refund ended(RefundState ended, @Nullable String why) {
        return new Refund(id, amount, reason, ended, requestedAt, why);
    }
}
