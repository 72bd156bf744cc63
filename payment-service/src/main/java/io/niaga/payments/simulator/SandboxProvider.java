package io.niaga.payments.simulator;

import io.niaga.payments.payment.ChargeOutcome;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.Provider;
import io.niaga.payments.payment.RefundOutcome;
import io.niaga.payments.payment.VirtualAccount;
import io.niaga.types.Money;

/** The sandbox as our provider. Tokens: {@code tok_success}, {@code tok_declined}; anything else is unknown to it. */
public final class SandboxProvider implements Provider {
    private static final String BANK = "SANDBOX";
    private final SandboxCharges charges;

    public SandboxProvider(SandboxCharges charges) {
        this.charges = charges;
    }

    @Override
    public VirtualAccount openAccount(PaymentTerms terms) {
        // Sixteen digits made of the payment's bits: the same payment, the same number.
        long bits = terms.id().typeId().uuid().getLeastSignificantBits() & Long.MAX_VALUE;
        return new VirtualAccount(BANK, "8808" + String.format("%012d", bits % 1_000_000_000_000L));
    }

    @Override
    public ChargeOutcome charge(String key, PaymentTerms terms, String token) {
        ChargeOutcome outcome = switch (token) {
            case "tok_success" -> new ChargeOutcome.Paid();
            case "tok_declined" -> new ChargeOutcome.Declined("CARD_DECLINED");
            case "tok_3ds" -> new ChargeOutcome.Declined("AUTHENTICATION_NOT_OFFERED");
            default -> new ChargeOutcome.Declined("TOKEN_UNKNOWN");
        };
        return charges.remember(key, outcome);
    }

    @Override
    public ChargeOutcome outcomeOf(String key) {
        return charges.find(key).orElseGet(ChargeOutcome.NeverArrived::new);
    }

    @Override
    public RefundOutcome refund(String key, PaymentTerms terms, Money amount) {
        return new RefundOutcome.Sent();
    }
}
