package io.niaga.payments.ledger;

import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.Refund;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;

/**
 * A balanced transaction to be booked once under its key.
 *
 * <p>Accounts: {@code clearing:<provider>} what a provider owes us, {@code cash:carriers} what carriers collected and have
 * not remitted, {@code payable:<store>} what we owe a store, {@code suspense:payments} what nobody could match.
 */
public record Posting(String key, String kind, String paymentId, String orderId, List<Entry> entries, Instant at) {
    static final String CLEARING = "clearing:sandbox";
    static final String CARRIERS = "cash:carriers";
    static final String SUSPENSE = "suspense:payments";

    public Posting {
        entries = List.copyOf(entries);
        if (entries.size() < 2 || !isBalanced(entries)) {
            throw new IllegalArgumentException("a transaction's debits and credits are equal in each currency");
        }
    }

    private static boolean isBalanced(List<Entry> entries) {
        Money zero = Money.zero(entries.getFirst().amount().currency());
        return entries.stream()
                .map(e -> e.side() == Entry.Side.DEBIT ? e.amount() : e.amount().negated())
                .reduce(zero, Money::plus)
                .isZero();
    }

    /** The provider took the customer's money for the store. */
    public static Posting captured(PaymentTerms terms, Instant at) {
        return transfer(terms, terms.id() + "/capture", "CAPTURE", CLEARING, payable(terms), terms.amount(), at);
    }

    /** A carrier took the customer's cash for the store. */
    public static Posting collected(PaymentTerms terms, Instant at) {
        return transfer(terms, terms.id() + "/capture", "COLLECTION", CARRIERS, payable(terms), terms.amount(), at);
    }

    /** The store's money went back to the customer: through the provider, or out of the cash the carriers hold. */
    public static Posting refunded(PaymentTerms terms, Refund refund, Instant at) {
        String source = terms.method() == io.niaga.payments.payment.PaymentMethod.COD ? CARRIERS : CLEARING;
        return transfer(terms, refund.id() + "/refund", "REFUND", payable(terms), source, refund.amount(), at);
    }

    /** Money of an unexpected amount: it is there, but for whom is not decided. */
    public static Posting suspended(PaymentTerms terms, Money received, String providerEventId, Instant at) {
        String key = terms.id() + "/suspense/" + providerEventId;
        return transfer(terms, key, "SUSPENSE", CLEARING, SUSPENSE, received, at);
    }

    private static Posting transfer(
            PaymentTerms terms, String key, String kind, String debit, String credit, Money amount, Instant at) {
        List<Entry> entries = List.of(Entry.debit(debit, amount), Entry.credit(credit, amount));
        return new Posting(key, kind, terms.id().value(), terms.orderId(), entries, at);
    }

    private static String payable(PaymentTerms terms) {
        return "payable:" + terms.store();
    }
}
