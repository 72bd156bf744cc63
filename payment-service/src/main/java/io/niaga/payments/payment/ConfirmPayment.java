package io.niaga.payments.payment;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Begins another attempt: charges the card behind a token, or tells the customer anew what to do. A charge is written
 * before the provider is called, so that after a crash or a time-out it is asked about and never made twice; while one
 * waits for the customer, it is given up before the next begins.
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

    /**
     * @param token of a card; for every other method there is none
     * @throws io.niaga.types.ProblemException NOT_FOUND, INVALID_REQUEST, PAYMENT_NOT_CONFIRMABLE, PAYMENT_WINDOW_CLOSED,
     *     PAYMENT_IN_PROGRESS, CONCURRENT_CHANGE
     */
    public Payment confirm(Actor actor, PaymentId id, @Nullable String token) {
        Payment payment = payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        access.requirePay(actor, payment);
        boolean card = payment.terms().method() == PaymentMethod.CARD;
        if (card != (token != null)) {
            throw CommonProblem.INVALID_REQUEST
                    .now()
                    .at(
                            "/token",
                            card ? "REQUIRED" : "NOT_TAKEN",
                            "A card is confirmed with a token, nothing else is.");
        }
        return token == null ? instruct(actor, payment) : charge(actor, waitsForCustomer(payment), token);
    }

    private Payment waitsForCustomer(Payment payment) {
        return payment.state() instanceof PaymentState.Challenged ? resolve.end(payment) : payment;
    }

    private Payment charge(Actor actor, Payment last, String token) {
        Payment payment = payments.find(last.id()).orElseThrow(CommonProblem.NOT_FOUND::now);
        int attempt = payment.charge(clock.instant()).attempt();
        save(actor, payment);
        ChargeOutcome outcome = provider.charge(ResolveCharge.key(payment.id(), attempt), payment.terms(), token);
        return resolve.settle(payment.id(), attempt, outcome);
    }

    private Payment instruct(Actor actor, Payment payment) {
        payment.instruct(attempt -> provider.instruct(payment.terms(), attempt), clock.instant());
        return save(actor, payment);
    }

    private Payment save(Actor actor, Payment payment) {
        if (!access.owns(actor, payment)) {
            payment.begunBy(actor);
        }
        if (!payments.save(payment)) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        return payment;
    }
}
