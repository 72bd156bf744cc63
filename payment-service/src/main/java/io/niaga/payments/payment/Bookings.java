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

    /** The customer's money for the store came: to the provider, or in cash to a carrier. */
    Posting captured(Instant at) {
        boolean cash = terms.method() == PaymentMethod.COD;
        Posting.Cause cause = cause(terms.id() + "/capture", cash ? "COLLECTION" : "CAPTURE");
        return Posting.transfer(cause, cash ? CARRIERS : CLEARING, payable(), terms.amount(), at);
    }

    /** The store's money went back to the customer. Cash too is paid out by the provider: carriers remit what they hold. */
    Posting refunded(Refund refund, Instant at) {
        return Posting.transfer(cause(refund.id() + "/refund", "REFUND"), payable(), CLEARING, refund.amount(), at);
    }

    /** Another attempt brought the money a second time. */
    Posting surplus(int attempt, Instant at) {
        return suspended(terms.amount(), "attempt-" + attempt, at);
    }

    /** Money of an unexpected amount: it is there, but for whom is not decided. */
    Posting suspended(Money received, String source, Instant at) {
        String key = terms.id() + "/suspense/" + source;
        return Posting.transfer(cause(key, "SUSPENSE"), CLEARING, SUSPENSE, received, at);
    }

    private Posting.Cause cause(String key, String kind) {
        return new Posting.Cause(key, kind, terms.id().value(), terms.orderId());
    }

    private String payable() {
        return "payable:" + terms.store();
    }
}
