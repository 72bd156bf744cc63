package io.niaga.payments.payment;

import java.util.List;

/**
 * How far a payment has come: what changes about it.
 *
 * @param fence the highest fence of a command that was carried out
 * @param attempts how often a card was charged
 */
public record PaymentProgress(PaymentState state, long fence, int attempts, List<Refund> refunds) {
    public PaymentProgress {
        refunds = List.copyOf(refunds);
    }

    static PaymentProgress first(PaymentState state, long fence) {
        return new PaymentProgress(state, fence, 0, List.of());
    }
}
