package io.niaga.payments.ledger.mongo;

import io.niaga.payments.ledger.Entry;
import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** A transaction as a document; all its entries are in one currency. */
public final class PostingDocument {
    private PostingDocument() {}

    public static Document of(Posting posting) {
        return new Document("_id", posting.key())
                .append("kind", posting.kind())
                .append("paymentId", posting.paymentId())
                .append("orderId", posting.orderId())
                .append(
                        "currency",
                        posting.entries().getFirst().amount().currency().getCurrencyCode())
                .append(
                        "entries",
                        posting.entries().stream().map(PostingDocument::entry).toList())
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
                        Money.ofMinor(((Number) e.get("amount")).longValue(), currency)))
                .toList();
        return new Posting(
                document.getString("_id"),
                document.getString("kind"),
                document.getString("paymentId"),
                document.getString("orderId"),
                entries,
                document.getDate("at").toInstant());
    }
}
