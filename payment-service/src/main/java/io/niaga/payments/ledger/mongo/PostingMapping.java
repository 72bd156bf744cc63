package io.niaga.payments.ledger.mongo;

import io.niaga.payments.ledger.Entry;
import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** A transaction as a document; all its entries are in one currency. */
public final class PostingMapping {
    private PostingMapping() {}

    public static Document of(Posting posting) {
        return new Document("_id", posting.cause().key())
                .append("kind", posting.cause().kind())
                .append("paymentId", posting.cause().paymentId())
                .append("orderId", posting.cause().orderId())
                .append(
                        "currency",
                        posting.entries().getFirst().amount().currency().getCurrencyCode())
                .append(
                        "entries",
                        posting.entries().stream().map(PostingMapping::entry).toList())
                .append("at", Date.from(posting.at()));
    }

    private static Document entry(Entry entry) {
        return new Document("account", entry.account())
                .append("side", entry.side().name())
                .append("amount", entry.amount().minorUnits());
    }

    public static Posting toPosting(Document document) {
        String currency = document.getString("currency");
        List<Entry> entries = document.getList("entries", Document.class).stream()
                .map(e -> new Entry(
                        e.getString("account"),
                        Entry.Side.valueOf(e.getString("side")),
                        Money.ofMinor(e.get("amount", Number.class).longValue(), currency)))
                .toList();
        Posting.Cause cause = new Posting.Cause(
                document.getString("_id"),
                document.getString("kind"),
                document.getString("paymentId"),
                document.getString("orderId"));
        return new Posting(cause, entries, document.getDate("at").toInstant());
    }
}
