package io.niaga.payments.payment;

import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import java.time.Instant;

/**
 * What a payment books.
 *
 * <p>Accounts: {@code clearing:<provider>} what a provider owes us, {@code cash:carriers} what carriers collected and have
 * not remitted, {@code payable:<store>} what we owe a store, {@code suspense:payments} what nobody could match.
 */
record Bookings(PaymentTerms terms) {
    private static final String CLEARING = "clearing:sandbox";
    private static final String CARRIERS = "cash:carriers";
    private static final String SUSPENSE = "suspense:payments";

    /** The provider took the customer's money for the store. */
    Posting captured(Instant at) {
        return Posting.transfer(cause(terms.id() + "/capture", "CAPTURE"), CLEARING, payable(), terms.amount(), at);
    }

    /** A carrier took the customer's cash for the store. */
    Posting collected(Instant at) {
        return Posting.transfer(cause(terms.id() + "/capture", "COLLECTION"), CARRIERS, payable(), terms.amount(), at);
    }

    /** The store's money went back to the customer: through the provider, or out of the cash the carriers hold. */
    Posting refunded(Refund refund, Instant at) {
        String source = terms.method() == PaymentMethod.COD ? CARRIERS : CLEARING;
        return Posting.transfer(cause(refund.id() + "/refund", "REFUND"), payable(), source, refund.amount(), at);
    }

    /** Money of an unexpected amount: it is there, but for whom is not decided. */
    Posting suspended(Money received, String providerEventId, Instant at) {
        String key = terms.id() + "/suspense/" + providerEventId;
        return Posting.transfer(cause(key, "SUSPENSE"), CLEARING, SUSPENSE, received, at);
    }

    private Posting.Cause cause(String key, String kind) {
        return new Posting.Cause(key, kind, terms.id().value(), terms.orderId());
    }

    private String payable() {
        return "payable:" + terms.store();
    }
}
