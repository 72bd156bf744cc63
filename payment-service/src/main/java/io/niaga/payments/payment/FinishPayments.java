package io.niaga.payments.payment;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks after attempts and refunds whose end is not known: asks the provider until it is. Safe to run in many processes. */
@UseCase
public final class FinishPayments {
    private static final System.Logger log = System.getLogger(FinishPayments.class.getName());
    private static final int BATCH = 100;
    private final Payments payments;
    private final ResolveCharge resolve;
    private final RefundPayment refund;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long an attempt may take before it is asked about */
    public FinishPayments(
            Payments payments, ResolveCharge resolve, RefundPayment refund, Duration patience, Clock clock) {
        this.payments = payments;
        this.resolve = resolve;
        this.refund = refund;
        this.patience = patience;
        this.clock = clock;
    }

    public void finish() {
        List<PaymentId> due = payments.due(clock.instant(), BATCH);
        for (PaymentId id : due) {
            try {
                payments.find(id).ifPresent(this::finish);
            } catch (RuntimeException failed) {
                log.log(
                        System.Logger.Level.ERROR,
                        "payment " + id + " could not be finished; it is tried again",
                        failed);
            }
        }
    }

    private void finish(Payment payment) {
        Instant now = clock.instant();
        if (payment.state() instanceof PaymentState.Charging charging
                && !charging.since().plus(patience).isAfter(now)) {
            resolve.resolve(payment.id(), charging);
        }
        payment.refunds().stream()
                .filter(r -> r.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .forEach(r -> refund.carryOut(payment.id(), r.id()));
    }
}
