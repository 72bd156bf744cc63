package io.niaga.payments.payment.http;

import io.niaga.payments.payment.DecideRefunds.Decided;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.RefundReason;
import io.niaga.payments.payment.RefundState;
import io.niaga.payments.payment.RefundTerms;
import io.niaga.service.openapi.Among;
import io.niaga.types.Money;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refund as a store's people see it: with what was noted about it, and why it failed. */
record StaffRefundJson(
        String id,
        String paymentId,
        String orderId,
        @Among(RefundState.class) String state,
        Money amount,
        @Nullable Money goods,
        @Among(RefundReason.class) String reason,
        @Nullable String note,
        @Nullable String failure,
        @Nullable Instant nextAttemptAt,
        Instant requestedAt) {
    static StaffRefundJson of(Decided decided) {
        RefundTerms terms = decided.refund().terms();
        RefundState state = decided.refund().state();
        return new StaffRefundJson(
                terms.id().value(),
                decided.payment().id().value(),
                decided.payment().terms().orderId(),
                state.label(),
                terms.amount(),
                terms.goods(),
                terms.reason().name(),
                terms.note(),
                failure(state),
                state instanceof RefundState.Retried retried ? retried.dueAt() : null,
                terms.requestedAt());
    }

    private static @Nullable String failure(RefundState state) {
        return switch (state) {
            case RefundState.Retried retried -> retried.failure();
            case RefundState.Failed failed -> failed.failure();
            case RefundState.Pending _, RefundState.Succeeded _, RefundState.Voided _ -> null;
        };
    }

    /**
     * @param goods the part of the amount that is for goods; nothing said: their share of it
     * @param note for colleagues, never told to anybody else
     */
    record GrantJson(
            String paymentId,
            Money amount,
            @Nullable Money goods,
            Reason reason,
            @Nullable @Size(max = 500) String note) {
        GrantJson {
            PaymentId.of(paymentId);
        }
    }

    /** Why a person sends money back. */
    enum Reason {
        GOODWILL,
        PRICE_CORRECTION,
        OTHER;

        RefundReason reason() {
            return RefundReason.valueOf(name());
        }
    }

    /** The states that can be listed. */
    enum Listed {
        PENDING,
        RETRIED,
        FAILED,
        SUCCEEDED,
        VOIDED
    }
}
