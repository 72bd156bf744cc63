package io.niaga.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@link Leases} in the documents of a MongoDB collection; plain operators only. */
final class MongoLeases implements Leases {
    private static final String DUE = "outboxDue";
    private static final String CLAIM = Lease.FIELD + ".claim";
    private static final String UNTIL = Lease.FIELD + ".until";
    private static final int COUNTED = 10_000;

    private final MongoCollection<Document> documents;
    private final FindOneAndUpdateOptions readRest = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .projection(new Document("outbox", 1).append("outboxSeq", 1));
    private volatile boolean indexed;

    MongoLeases(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public List<String> due(int limit, Instant now) {
        index();
        List<String> ids = new ArrayList<>();
        documents
                .find(lapsed(now).append(DUE, new Document("$lte", Date.from(now))))
                .sort(new Document(DUE, 1))
                .projection(new Document("_id", 1))
                .limit(limit)
                .forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }

    @Override
    public @Nullable Claimed claim(String aggregate, Instant now, Instant until) {
        Lease lease = Lease.of(aggregate, until);
        Document found = documents.findOneAndUpdate(
                lapsed(now).append("_id", aggregate).append(DUE, new Document("$exists", true)),
                new Document("$set", new Document(Lease.FIELD, lease.toDocument())),
                readRest);
        return found == null ? null : new Claimed(lease, backlog(found));
    }

    @Override
    public boolean finish(Lease lease, long last) {
        Document told = pull(last).append("$unset", new Document(DUE, "").append(Lease.FIELD, ""));
        return documents.updateOne(held(lease).append("outboxSeq", last), told).getMatchedCount() == 1;
    }

    @Override
    public @Nullable Backlog advance(Lease lease, long last) {
        Document found = documents.findOneAndUpdate(held(lease), pull(last).append("$set", until(lease)), readRest);
        return found == null ? null : backlog(found);
    }

    @Override
    public boolean renew(Lease lease) {
        return documents
                        .updateOne(held(lease), new Document("$set", until(lease)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean release(Lease lease, long last) {
        return documents
                        .updateOne(held(lease), pull(last).append("$set", until(lease)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public Waiting waiting() {
        Document due = new Document(DUE, new Document("$gt", Date.from(Instant.EPOCH)));
        Document oldest = documents
                .find(due)
                .sort(new Document(DUE, 1))
                .projection(new Document(DUE, 1))
                .first();
        return oldest == null
                ? new Waiting(0, null)
                : new Waiting(
                        documents.countDocuments(due, new CountOptions().limit(COUNTED)),
                        oldest.getDate(DUE).toInstant());
    }

    private void index() {
        if (!indexed) {
            documents.createIndex(
                    new Document(DUE, 1), new IndexOptions().sparse(true).name(DUE));
            indexed = true;
        }
    }

    /** An absent lease counts as lapsed. */
    private static Document lapsed(Instant now) {
        return new Document(UNTIL, new Document("$not", new Document("$gt", Date.from(now))));
    }

    private static Document held(Lease lease) {
        return new Document("_id", lease.aggregate()).append(CLAIM, lease.claim());
    }

    private static Document until(Lease lease) {
        return new Document(UNTIL, Date.from(lease.until()));
    }

    private static Document pull(long last) {
        return new Document("$pull", new Document("outbox", new Document("seq", new Document("$lte", last))));
    }

    private static Backlog backlog(Document found) {
        Number last = found.get("outboxSeq", Number.class);
        return new Backlog(Pending.allOf(found), last == null ? 0 : last.longValue());
    }
}
