package io.niaga.payments.payment;

import io.niaga.types.Money;

/**
 * A payment provider. Every command carries our key; the provider does the same key once, so after a time-out the same key
 * is asked about or sent again, never another. Thread-safe; no call waits longer than its adapter's time-out.
 */
public interface Provider {
    /** What the customer does to pay by a method other than card or cash; the same attempt gets the same instruction. */
    Instruction instruct(PaymentTerms terms, int attempt);

    /** Charges a card by the provider's token. */
    ChargeOutcome charge(String key, PaymentTerms terms, String token);

    /** How the attempt with that key ended. */
    ChargeOutcome outcomeOf(String key);

    /** Ends an attempt that waits for the customer, and says how it ended: paid when they were faster. */
    ChargeOutcome giveUp(String key);

    /** Sends money back; repeating the key repeats nothing. */
    RefundOutcome refund(String key, PaymentTerms terms, Money amount);
}
