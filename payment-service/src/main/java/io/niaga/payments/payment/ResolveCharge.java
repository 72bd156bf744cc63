package io.niaga.payments.payment;

import io.niaga.payments.payment.PaymentState.Challenged;
import io.niaga.payments.payment.PaymentState.Charging;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;

/** Finds out how an attempt ended whose end is not known, by asking; it never charges. */
@UseCase
public final class ResolveCharge {
    private final ChangePayment change;
    private final Provider provider;
    private final Clock clock;

    public ResolveCharge(ChangePayment change, Provider provider, Clock clock) {
        this.change = change;
        this.provider = provider;
        this.clock = clock;
    }

    public Payment resolve(PaymentId id, Charging charging) {
        return settle(id, charging.attempt(), provider.outcomeOf(key(id, charging.attempt())));
    }

    /** Lets no attempt go on: one without an answer is asked about, one that waits for the customer is given up. */
    Payment end(Payment payment) {
        PaymentId id = payment.id();
        return switch (payment.state()) {
            case Charging charging -> ended(resolve(id, charging));
            case Challenged challenged -> giveUp(id, challenged);
            case PaymentState.RequiresAction _,
                    PaymentState.Pending _,
                    PaymentState.Failed _,
                    PaymentState.Expired _,
                    PaymentState.ToCollect _,
                    PaymentState.Captured _,
                    PaymentState.Cancelled _,
                    PaymentState.LatePaid _ -> payment;
        };
    }

    /** What looked unanswered may turn out to wait for the customer. */
    private Payment ended(Payment payment) {
        return payment.state() instanceof Challenged challenged ? giveUp(payment.id(), challenged) : payment;
    }

    private Payment giveUp(PaymentId id, Challenged challenged) {
        return settle(id, challenged.attempt(), provider.giveUp(key(id, challenged.attempt())));
    }

    /** Applies what the provider said about one attempt; only money of an older attempt than the current one counts. */
    Payment settle(PaymentId id, int attempt, ChargeOutcome outcome) {
        Instant now = clock.instant();
        return change.apply(id, payment -> {
            switch (outcome) {
                case ChargeOutcome.Paid _ -> payment.paid(attempt, now);
                case ChargeOutcome.Declined declined -> payment.declined(attempt, declined.reason(), now);
                case ChargeOutcome.Challenge challenge -> payment.challenged(attempt, challenge.url(), now);
                case ChargeOutcome.NeverArrived _ -> payment.declined(attempt, "NOT_ATTEMPTED", now);
                case ChargeOutcome.Unknown _ -> {}
            }
        });
    }

    static String key(PaymentId id, int attempt) {
        return id + "/" + attempt;
    }
}
