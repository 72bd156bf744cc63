package io.niaga.payments.payment;

import io.niaga.types.Money;

/**
 * A payment provider. Every command carries our key; the provider does the same key once, so after a time-out the same key
 * is asked about or sent again, never another. Thread-safe; no call waits longer than its adapter's time-out.
 */
public interface Provider {
    /** Makes an account number for a payment; the same payment gets the same number. */
    VirtualAccount openAccount(PaymentTerms terms);

    /** Charges a card by the provider's token. */
    ChargeOutcome charge(String key, PaymentTerms terms, String token);

    /** How the attempt with that key ended. */
    ChargeOutcome outcomeOf(String key);

    /** Sends money back; repeating the key repeats nothing. */
    RefundOutcome refund(String key, PaymentTerms terms, Money amount);
}
