package io.niaga.payments.simulator;

import io.niaga.payments.payment.ChargeOutcome;
import io.niaga.payments.payment.Instruction;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.Provider;
import io.niaga.payments.payment.RefundOutcome;
import io.niaga.payments.simulator.SandboxRefunds.Answer;
import io.niaga.payments.simulator.SandboxRefunds.Standing;
import io.niaga.types.Money;
import java.util.Optional;

/**
 * The sandbox as our provider. Tokens: {@code tok_success}, {@code tok_declined}, {@code tok_3ds} (asks the customer first),
 * {@code tok_timeout} (charges, but the answer gets lost); anything else is unknown to it.
 */
public final class SandboxProvider implements Provider {
    private static final String BANK = "SANDBOX";
    private static final ChargeOutcome ABANDONED = new ChargeOutcome.Declined("AUTHENTICATION_ABANDONED");
    private final SandboxCharges charges;
    private final SandboxRefunds refunds;
    private final SandboxPages pages;
    private final Payout payout;

    /** Pays cash back: taken now, told later. */
    @FunctionalInterface
    public interface Payout {
        void owe(String key, PaymentTerms terms, Money amount);
    }

    public SandboxProvider(SandboxCharges charges, SandboxRefunds refunds, SandboxPages pages, Payout payout) {
        this.charges = charges;
        this.refunds = refunds;
        this.pages = pages;
        this.payout = payout;
    }

    @Override
    public Instruction instruct(PaymentTerms terms, int attempt) {
        return switch (terms.method()) {
            case VIRTUAL_ACCOUNT -> account(terms);
            case QRIS -> new Instruction.QrCode(QrisText.of(terms, attempt));
            case E_WALLET -> new Instruction.Redirect(pages.url(terms.id(), attempt));
            case CARD, COD -> throw new IllegalArgumentException(terms.method() + " needs no instruction");
        };
    }

    /** Sixteen digits made of the payment's bits: the same payment, the same number. */
    private static Instruction account(PaymentTerms terms) {
        long bits = terms.id().typeId().uuid().getLeastSignificantBits() & Long.MAX_VALUE;
        return new Instruction.VirtualAccount(BANK, "8808" + String.format("%012d", bits % 1_000_000_000_000L));
    }

    @Override
    public ChargeOutcome charge(String key, PaymentTerms terms, String token) {
        ChargeOutcome outcome = switch (token) {
            case "tok_success", "tok_timeout" -> new ChargeOutcome.Paid();
            case "tok_declined" -> new ChargeOutcome.Declined("CARD_DECLINED");
            case "tok_3ds" -> new ChargeOutcome.Challenge(pages.url(terms.id(), attempt(key)));
            default -> new ChargeOutcome.Declined("TOKEN_UNKNOWN");
        };
        ChargeOutcome known = charges.remember(key, outcome);
        return token.equals("tok_timeout") ? new ChargeOutcome.Unknown() : known;
    }

    private static int attempt(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
    }

    @Override
    public ChargeOutcome outcomeOf(String key) {
        return charges.find(key).orElseGet(ChargeOutcome.NeverArrived::new);
    }

    @Override
    public ChargeOutcome giveUp(String key) {
        return charges.conclude(key, ABANDONED).orElseGet(ChargeOutcome.NeverArrived::new);
    }

    @Override
    public RefundOutcome refund(String key, PaymentTerms terms, Money amount) {
        boolean cash = terms.method() == PaymentMethod.COD;
        Optional<Answer> asked = refunds.answerFor(terms.id());
        Answer answer = asked.orElse(cash ? Answer.LATER : Answer.SENT);
        Optional<Standing> known = refunds.find(key);
        Standing standing = known.orElseGet(() -> refunds.remember(key, first(answer)));
        if (standing == Standing.OPEN && cash && asked.isEmpty()) {
            payout.owe(key, terms, amount);
        }
        boolean lost = known.isEmpty() && answer == Answer.LOST;
        return lost ? new RefundOutcome.Unknown() : outcome(standing);
    }

    private static Standing first(Answer answer) {
        return switch (answer) {
            case SENT, LOST -> Standing.SENT;
            case REFUSED -> Standing.REFUSED;
            case LATER -> Standing.OPEN;
        };
    }

    private static RefundOutcome outcome(Standing standing) {
        return switch (standing) {
            case OPEN -> new RefundOutcome.Unknown();
            case SENT -> new RefundOutcome.Sent();
            case REFUSED -> new RefundOutcome.Refused("REFUSED_BY_PROVIDER");
        };
    }
}
