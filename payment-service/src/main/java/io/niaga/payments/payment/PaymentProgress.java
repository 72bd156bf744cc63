package io.niaga.payments.payment;

import java.util.List;

/**
 * How far a payment has come: what changes about it.
 *
 * @param fence the highest fence of a command that was carried out
 * @param attempts how often a card was charged, or the customer was told what to do
 */
public record PaymentProgress(PaymentState state, long fence, int attempts, List<Refund> refunds) {
    public PaymentProgress {
        refunds = List.copyOf(refunds);
    }

    static PaymentProgress first(PaymentState state, long fence) {
        int attempts = state instanceof PaymentState.Pending ? 1 : 0;
        return new PaymentProgress(state, fence, attempts, List.of());
    }
}
