package io.niaga.messaging;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * The right to publish one aggregate's events, written into its document. Only the holder of the claim may remove events;
 * after {@code until} anybody may take it over.
 */
record Lease(String aggregate, String claim, Instant until) {
    static final String FIELD = "outboxLease";

    static Lease of(String aggregate, Instant until) {
        return new Lease(aggregate, new ObjectId().toHexString(), until);
    }

    Lease lasting(Instant longer) {
        return new Lease(aggregate, claim, longer);
    }

    Document toDocument() {
        return new Document("claim", claim).append("until", Date.from(until));
    }
}
