package io.niaga.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Ledger transactions: each balances and belongs to a payment. */
final class BooksArea implements Area {
    private static final String LEDGER = "payments.ledger";
    private static final String PAYMENTS = "payments.payments";
    private final Databases databases;

    BooksArea(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void all(Outcome outcome) {
        databases.pages(LEDGER, page -> {
            outcome.looked("ledger transactions", page.size());
            Set<String> payments = new HashSet<>();
            page.forEach(one -> payments.add(Fields.text(one, "paymentId")));
            Set<String> there =
                    databases.byId(PAYMENTS, payments, Databases.only("_id")).keySet();
            page.forEach(one -> {
                List<Violation> found = judged(one, there);
                if (!found.isEmpty()) {
                    outcome.suspect(Fields.id(one), found);
                }
            });
        });
    }

    private static List<Violation> judged(Document one, Set<String> payments) {
        Findings found = new Findings();
        LedgerRules.balanced(one, found);
        String payment = Fields.text(one, "paymentId");
        found.require(
                payments.contains(payment), Check.PAYMENT_LEDGER, "its payment is not there", Fields.id(one), payment);
        return found.list();
    }

    @Override
    public List<Violation> again(String key) {
        Document one = databases.byId(LEDGER, List.of(key)).get(key);
        if (one == null) {
            return List.of();
        }
        Map<String, Document> payments =
                new HashMap<>(databases.byId(PAYMENTS, List.of(Fields.text(one, "paymentId"))));
        return judged(one, payments.keySet());
    }
}
