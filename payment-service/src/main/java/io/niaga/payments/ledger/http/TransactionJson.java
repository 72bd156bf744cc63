package io.niaga.payments.ledger.http;

import io.niaga.payments.ledger.Entry;
import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;

/** A transaction as the API shows it. */
record TransactionJson(String key, String kind, String paymentId, String orderId, List<EntryJson> entries, Instant at) {
    /** One side of it. */
    record EntryJson(String account, String side, Money amount) {
        static EntryJson of(Entry entry) {
            return new EntryJson(entry.account(), entry.side().name(), entry.amount());
        }
    }

    static TransactionJson of(Posting posting) {
        return new TransactionJson(
                posting.cause().key(),
                posting.cause().kind(),
                posting.cause().paymentId(),
                posting.cause().orderId(),
                posting.entries().stream().map(EntryJson::of).toList(),
                posting.at());
    }
}
