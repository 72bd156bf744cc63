package io.niaga.payments.payment;

import io.niaga.types.Actor;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends money back: the attempt is written first, then the provider is asked under the attempt's own key. Whoever finds an
 * attempt without an answer asks again under the same key, so nothing is ever sent twice.
 */
@UseCase
public final class RefundPayment {
    private final ChangePayment change;
    private final Provider provider;
    private final RefundRetries retries;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long an attempt may go without an answer before the provider is asked */
    public RefundPayment(
            ChangePayment change, Provider provider, RefundRetries retries, Duration patience, Clock clock) {
        this.change = change;
        this.provider = provider;
        this.retries = retries;
        this.patience = patience;
        this.clock = clock;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, FENCED and whatever {@link Payment#refund} refuses */
    public Payment refund(PaymentId id, RefundTerms wanted, long fence) {
        return send(
                change.apply(id, p -> {
                    p.fence(fence);
                    p.refund(wanted, clock.instant().plus(patience));
                }),
                wanted.id());
    }

    /**
     * Sends a part back because a person decided so.
     *
     * @throws io.niaga.types.ProblemException NOT_FOUND and whatever {@link Payment#refund} refuses
     */
    Payment grant(PaymentId id, RefundTerms wanted, Actor by) {
        Instant askAt = clock.instant().plus(patience);
        return send(change.apply(id, p -> p.book().grant(wanted, by, askAt)), wanted.id());
    }

    /** Tries a refund again that waits for a person. */
    Payment retry(PaymentId id, RefundId refundId, Actor by) {
        Instant askAt = clock.instant().plus(patience);
        return send(change.apply(id, p -> p.book().retry(refundId, by, askAt)), refundId);
    }

    /** Makes the attempt that is due, or asks how the current one ended; again and again is once. */
    public Payment carryOut(PaymentId id, RefundId refundId) {
        Instant askAt = clock.instant().plus(patience);
        return send(change.apply(id, p -> p.book().attempt(refundId, askAt)), refundId);
    }

    /** Asks for the attempt that is written; anything else is not asked for. */
    private Payment send(Payment payment, RefundId id) {
        Optional<Refund> found = payment.refund(id);
        return found.isPresent() && found.get().state() instanceof RefundState.Pending pending
                ? send(payment, found.get(), pending.attempt())
                : payment;
    }

    private Payment send(Payment payment, Refund refund, int attempt) {
        RefundOutcome outcome = provider.refund(refund.key(attempt), payment.terms(), refund.amount());
        Instant now = clock.instant();
        return change.apply(payment.id(), p -> {
            switch (outcome) {
                case RefundOutcome.Sent _ -> p.refundSucceeded(refund.id(), now);
                case RefundOutcome.Refused refused ->
                    p.refundRefused(refund.id(), attempt, refused.reason(), retries, now);
                case RefundOutcome.Unknown _ -> {}
            }
        });
    }
}
