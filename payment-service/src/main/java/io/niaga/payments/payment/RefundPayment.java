package io.niaga.payments.payment;

import io.niaga.types.Money;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;

/** Sends money back: the refund is written first, then the provider is asked under the refund's own id. */
@UseCase
public final class RefundPayment {
    private final ChangePayment change;
    private final Provider provider;
    private final Clock clock;

    public RefundPayment(ChangePayment change, Provider provider, Clock clock) {
        this.change = change;
        this.provider = provider;
        this.clock = clock;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, FENCED, REFUND_EXCEEDS_CAPTURE, REFUND_MISMATCH */
    public Payment refund(PaymentId id, RefundId refundId, Money amount, String reason, long fence) {
        Payment payment = change.apply(id, p -> {
            p.fence(fence);
            p.refund(refundId, amount, reason, clock.instant());
        });
        return carryOut(payment, refundId);
    }

    /** Asks the provider for a refund that is pending; again and again is once. */
    public Payment carryOut(Payment payment, RefundId refundId) {
        boolean isPending = payment.refunds().stream()
                .anyMatch(r -> r.id().equals(refundId) && r.state() == Refund.RefundState.PENDING);
        if (!isPending) {
            return payment;
        }
        Money amount = payment.refunds().stream()
                .filter(r -> r.id().equals(refundId))
                .map(Refund::amount)
                .findFirst()
                .orElseThrow();
        RefundOutcome outcome = provider.refund(refundId.value(), payment.terms(), amount);
        Instant now = clock.instant();
        return change.apply(payment.id(), p -> {
            switch (outcome) {
                case RefundOutcome.Sent _ -> p.refundSucceeded(refundId, now);
                case RefundOutcome.Refused refused -> p.refundFailed(refundId, refused.reason(), now);
                case RefundOutcome.Unknown _ -> {}
            }
        });
    }
}
