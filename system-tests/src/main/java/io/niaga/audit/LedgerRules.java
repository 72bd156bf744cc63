package io.niaga.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The books: each transaction balances, and a payment's transactions are those that its money calls for, once each. */
final class LedgerRules {
    private static final Set<String> TAKINGS = Set.of("CAPTURE", "COLLECTION");

    private LedgerRules() {}

    static void balanced(Document transaction, Findings found) {
        List<Document> entries = Fields.list(transaction, "entries");
        long debit = sum(entries, "DEBIT");
        long credit = sum(entries, "CREDIT");
        boolean positive = entries.stream().allMatch(e -> Fields.number(e, "amount") > 0);
        boolean named =
                entries.stream().noneMatch(e -> Fields.text(e, "account").isEmpty());
        found.require(
                debit == credit && entries.size() >= 2 && positive && named,
                Check.LEDGER_BALANCE,
                "debits of " + debit + " stand against credits of " + credit,
                Fields.id(transaction));
    }

    static long sum(List<Document> entries, String side) {
        return entries.stream()
                .filter(e -> Fields.text(e, "side").equals(side))
                .mapToLong(e -> Fields.number(e, "amount"))
                .sum();
    }

    static void keys(OrderCase c, Findings found) {
        Map<String, String> causes = new HashMap<>();
        for (Document posting : c.postings()) {
            String kind = Fields.text(posting, "kind");
            String id = Fields.id(posting);
            String cause = TAKINGS.contains(kind) ? Fields.text(posting, "paymentId") + " taken" : id;
            String other = causes.put(cause, id);
            if (other != null) {
                found.add(Check.LEDGER_KEYS, "the money is booked twice", id, other, c.paymentId());
            }
        }
    }

    /** What the books say of a payment is what the payment says of itself. */
    static void agrees(OrderCase c, Findings found) {
        Map<String, Long> due = due(c);
        boolean taken = c.postings().stream().anyMatch(p -> Fields.id(p).equals(c.paymentId() + "/capture"));
        for (Document posting : c.postings()) {
            String kind = Fields.text(posting, "kind");
            boolean again =
                    TAKINGS.contains(kind) && taken && !Fields.id(posting).equals(c.paymentId() + "/capture");
            if (!again && (TAKINGS.contains(kind) || kind.equals("REFUND"))) {
                agrees(c, posting, due.remove(Fields.id(posting)), found);
            }
        }
        due.forEach((id, amount) -> found.add(Check.PAYMENT_LEDGER, amount + " is not booked", id, c.paymentId()));
    }

    private static void agrees(OrderCase c, Document posting, @Nullable Long due, Findings found) {
        long booked = sum(Fields.list(posting, "entries"), "DEBIT");
        found.require(
                due != null && due == booked,
                Check.PAYMENT_LEDGER,
                booked + " is booked where " + (due == null ? "nothing" : due) + " is due",
                Fields.id(posting),
                c.paymentId());
    }

    /** What has to be booked, by its key. */
    private static Map<String, Long> due(OrderCase c) {
        Map<String, Long> due = new HashMap<>();
        long amount = Fields.number(c.payment(), "amount");
        if (PaymentRules.hasMoney(c) && amount > 0) {
            due.put(c.paymentId() + "/capture", amount);
        }
        c.refunds().stream()
                .filter(r -> Fields.text(r, "state").equals("SUCCEEDED"))
                .forEach(r -> due.put(Fields.text(r, "id") + "/refund", Fields.number(r, "amount")));
        return due;
    }
}
