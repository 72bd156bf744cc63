package io.niaga.loyalty.points.mongo;

import io.niaga.messaging.LocalWriter;
import java.time.Instant;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Adds ledger entries under the id of the write that caused them: the same entry twice is a duplicate key. */
public final class MongoEntries implements LocalWriter {
    public static final String NAME = "points-entries";
    private final MongoTemplate mongo;

    public MongoEntries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(String derivedId, String type, Document body, Instant at) {
        int slash = derivedId.lastIndexOf('/');
        Document entry = new Document(body)
                .append("_id", derivedId)
                .append("memberId", derivedId.substring(0, slash))
                .append("position", Long.parseLong(derivedId.substring(slash + 1)));
        mongo.insert(entry, EntryMapping.COLLECTION);
    }
}
