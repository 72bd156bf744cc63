package io.niaga.payments.payment;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;

/** Finds out how an attempt ended whose answer was lost, by asking; it never charges. */
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

    public Payment resolve(PaymentId id, PaymentState.Charging charging) {
        return settle(id, charging.attempt(), provider.outcomeOf(key(id, charging.attempt())));
    }

    /** Applies what the provider said about one attempt; an older attempt than the current one changes nothing. */
    Payment settle(PaymentId id, int attempt, ChargeOutcome outcome) {
        Instant now = clock.instant();
        return change.apply(id, payment -> {
            boolean isCurrent = payment.state() instanceof PaymentState.Charging c && c.attempt() == attempt;
            switch (outcome) {
                case ChargeOutcome.Paid _ -> payment.paid(now);
                case ChargeOutcome.Declined declined -> {
                    if (isCurrent) {
                        payment.declined(declined.reason(), now);
                    }
                }
                case ChargeOutcome.NeverArrived _ -> {
                    if (isCurrent) {
                        payment.declined("NOT_ATTEMPTED", now);
                    }
                }
                case ChargeOutcome.Unknown _ -> {}
            }
        });
    }

    static String key(PaymentId id, int attempt) {
        return id + "/" + attempt;
    }
}
