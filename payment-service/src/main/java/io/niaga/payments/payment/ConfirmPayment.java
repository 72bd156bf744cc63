package io.niaga.payments.payment;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;

/**
 * Charges the card behind a token. The attempt is written before the provider is called, so that after a crash or a
 * time-out it is asked about and never made twice.
 */
@UseCase
public final class ConfirmPayment {
    private final Payments payments;
    private final PaymentAccess access;
    private final ResolveCharge resolve;
    private final Provider provider;
    private final Clock clock;

    public ConfirmPayment(
            Payments payments, PaymentAccess access, ResolveCharge resolve, Provider provider, Clock clock) {
        this.payments = payments;
        this.access = access;
        this.resolve = resolve;
        this.provider = provider;
        this.clock = clock;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, PAYMENT_NOT_CONFIRMABLE, PAYMENT_IN_PROGRESS, CONCURRENT_CHANGE */
    public Payment confirm(Actor actor, PaymentId id, String token) {
        Payment payment = payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        access.requirePay(actor, payment);
        int attempt = payment.charge(clock.instant()).attempt();
        if (!payments.save(payment)) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        ChargeOutcome outcome = provider.charge(ResolveCharge.key(id, attempt), payment.terms(), token);
        return resolve.settle(id, attempt, outcome);
    }
}
