package io.niaga.payments.ledger;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;

/** A balanced transaction to be booked once under its cause's key. */
public record Posting(Cause cause, List<Entry> entries, Instant at) {
    /**
     * Why it is booked.
     *
     * @param key names the transaction; at most one is ever booked under it
     * @param kind CAPTURE, COLLECTION, REFUND or SUSPENSE
     */
    public record Cause(String key, String kind, String paymentId, String orderId) {}

    public Posting {
        entries = List.copyOf(entries);
        if (entries.size() < 2 || !isBalanced(entries)) {
            throw new IllegalArgumentException("a transaction's debits and credits are equal, in one currency");
        }
    }

    private static boolean isBalanced(List<Entry> entries) {
        Money zero = Money.zero(entries.getFirst().amount().currency());
        return entries.stream()
                .map(e -> e.side() == Entry.Side.DEBIT ? e.amount() : e.amount().negated())
                .reduce(zero, Money::plus)
                .isZero();
    }

    /** One amount from one account to another. */
    public static Posting transfer(Cause cause, String debit, String credit, Money amount, Instant at) {
        return new Posting(cause, List.of(Entry.debit(debit, amount), Entry.credit(credit, amount)), at);
    }
}
