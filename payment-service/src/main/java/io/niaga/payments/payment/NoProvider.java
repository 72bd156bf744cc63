package io.niaga.payments.payment;

import io.niaga.types.CommonProblem;
import io.niaga.types.Money;

/** Where no provider is set up: only cash on delivery can be offered, and a refund of it waits for a person. */
public final class NoProvider implements Provider {
    @Override
    public Instruction instruct(PaymentTerms terms, int attempt) {
        throw CommonProblem.SERVICE_UNAVAILABLE.now();
    }

    @Override
    public ChargeOutcome charge(String key, PaymentTerms terms, String token) {
        return new ChargeOutcome.Declined("NO_PROVIDER");
    }

    @Override
    public ChargeOutcome outcomeOf(String key) {
        return new ChargeOutcome.NeverArrived();
    }

    @Override
    public ChargeOutcome giveUp(String key) {
        return new ChargeOutcome.NeverArrived();
    }

    @Override
    public RefundOutcome refund(String key, PaymentTerms terms, Money amount) {
        return new RefundOutcome.Unknown();
    }
}
