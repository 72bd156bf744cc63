package io.niaga.payments.payment;

import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;

/** Gives a payment up for an order that ended; what is assured stays, and the answer says so. */
@UseCase
public final class CancelPayment {
    private final Payments payments;
    private final ChangePayment change;
    private final ResolveCharge resolve;
    private final Clock clock;

    public CancelPayment(Payments payments, ChangePayment change, ResolveCharge resolve, Clock clock) {
        this.payments = payments;
        this.change = change;
        this.resolve = resolve;
        this.clock = clock;
    }

    /**
     * @param unknown the terms to leave a tombstone with when the payment was never opened
     * @throws io.niaga.types.ProblemException FENCED; PAYMENT_IN_PROGRESS while the provider owes an answer
     */
    public Payment cancel(PaymentId id, long fence, PaymentTerms unknown) {
        if (payments.find(id).isEmpty()) {
            Payment tombstone = Payment.tombstone(unknown, fence);
            if (payments.add(tombstone)) {
                return tombstone;
            }
        }
        Payment payment = payments.find(id).orElseThrow(CommonProblem.CONCURRENT_CHANGE::now);
        resolve.end(payment);
        return change.apply(id, p -> {
            p.fence(fence);
            p.cancel(clock.instant());
        });
    }
}
