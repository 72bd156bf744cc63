package io.niaga.payments.webhook;

import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.RefundId;
import io.niaga.types.Money;
import org.jspecify.annotations.Nullable;

/** A fact that a provider told us about one payment. Its id is the provider's, the same on every delivery. */
public record ProviderEvent(String id, Kind kind, Subject about, Money amount) {
    /**
     * What a fact is about.
     *
     * @param attempt which attempt to pay or to refund; 0 when it is not said
     * @param refund absent unless the fact is about a refund
     */
    public record Subject(
            PaymentId payment, int attempt, @Nullable RefundId refund) {}

    /** What is told. */
    public enum Kind {
        PAID,
        DENIED,
        EXPIRED,
        REFUND_SUCCEEDED,
        REFUND_FAILED;

        public boolean isAboutRefund() {
            return this == REFUND_SUCCEEDED || this == REFUND_FAILED;
        }
    }

    public ProviderEvent {
        if (kind.isAboutRefund() != (about.refund() != null)) {
            throw new IllegalArgumentException("a fact about a refund names it, and no other does");
        }
        if (!amount.isPositive() || about.attempt() < 0) {
            throw new IllegalArgumentException("a fact has an amount above nothing");
        }
    }
}
