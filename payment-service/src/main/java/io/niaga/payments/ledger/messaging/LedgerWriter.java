package io.niaga.payments.ledger.messaging;

import io.niaga.messaging.LocalWriter;
import io.niaga.payments.ledger.Ledger;
import io.niaga.payments.ledger.Posting;
import java.time.Instant;
import java.util.function.Function;
import org.bson.Document;

/** Books the postings that ride in a payment's outbox; the posting's own key makes it once. */
public final class LedgerWriter implements LocalWriter {
    private final Ledger ledger;
    private final Function<Document, Posting> read;

    public LedgerWriter(Ledger ledger, Function<Document, Posting> read) {
        this.ledger = ledger;
        this.read = read;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public void write(String derivedId, String type, Document body, Instant at) {
        ledger.add(read.apply(body));
    }
}
