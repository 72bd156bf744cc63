package io.niaga.payments.payment;

import io.niaga.types.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A provider that does each key once, remembers what really moved, and can lose its answers: the money moved, and the caller
 * hears nothing.
 */
final class Bank implements Provider {
    final Map<String, Money> charged = new LinkedHashMap<>();
    final Map<String, Money> refunded = new LinkedHashMap<>();
    private final Map<String, ChargeOutcome> outcomes = new HashMap<>();
    private final Map<String, PaymentTerms> terms = new HashMap<>();
    boolean losesAnswers;
    int refusals;

    @Override
    public Instruction instruct(PaymentTerms of, int attempt) {
        return new Instruction.Redirect("https://wallet.example/" + attempt);
    }

    @Override
    public ChargeOutcome charge(String key, PaymentTerms of, String token) {
        terms.put(key, of);
        outcomes.computeIfAbsent(key, k -> first(k, of, token));
        return answer(outcomes.get(key));
    }

    private ChargeOutcome first(String key, PaymentTerms of, String token) {
        return switch (token) {
            case "tok_success" -> paid(key, of);
            case "tok_3ds" -> new ChargeOutcome.Challenge("https://bank.example/" + key);
            default -> new ChargeOutcome.Declined("CARD_DECLINED");
        };
    }

    private ChargeOutcome paid(String key, PaymentTerms of) {
        charged.put(key, of.amount());
        return new ChargeOutcome.Paid();
    }

    private ChargeOutcome answer(ChargeOutcome outcome) {
        return losesAnswers ? new ChargeOutcome.Unknown() : outcome;
    }

    @Override
    public ChargeOutcome outcomeOf(String key) {
        return outcomes.getOrDefault(key, new ChargeOutcome.NeverArrived());
    }

    @Override
    public ChargeOutcome giveUp(String key) {
        return end(key, false);
    }

    /** The customer agrees or declines; the first end counts. */
    ChargeOutcome end(String key, boolean agreed) {
        if (outcomes.get(key) instanceof ChargeOutcome.Challenge) {
            outcomes.put(
                    key, agreed ? paid(key, terms.get(key)) : new ChargeOutcome.Declined("AUTHENTICATION_ABANDONED"));
        }
        return outcomeOf(key);
    }

    @Override
    public RefundOutcome refund(String key, PaymentTerms of, Money amount) {
        if (!refunded.containsKey(key) && refusals > 0) {
            refusals--;
            return new RefundOutcome.Refused("CLOSED");
        }
        refunded.put(key, amount);
        return losesAnswers ? new RefundOutcome.Unknown() : new RefundOutcome.Sent();
    }
}
