package io.niaga.users.audit.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.niaga.users.audit.AuditEntries;
import io.niaga.users.audit.AuditEntry;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Audit entries in MongoDB; {@code position} orders them by time and id. */
public final class MongoAuditEntries implements AuditEntries {
    private static final String COLLECTION = "audit_entries";
    private static final String POSITION = "position";
    private final MongoTemplate mongo;

    public MongoAuditEntries(MongoTemplate mongo) {
        this.mongo = mongo;
        collection().createIndex(Indexes.descending(POSITION));
        collection().createIndex(Indexes.descending("storeId", POSITION));
        collection().createIndex(Indexes.descending("resource", POSITION));
        collection().createIndex(Indexes.descending("actor", POSITION));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public void add(AuditEntry e) {
        Document document = new Document("_id", e.id())
                .append("actor", e.actor())
                .append("onBehalfOf", e.onBehalfOf())
                .append("action", e.action())
                .append("resource", e.resource())
                .append("storeId", e.storeId())
                .append(
                        "changes",
                        e.changes().stream()
                                .map(c -> new Document("pointer", c.pointer())
                                        .append("from", c.from())
                                        .append("to", c.to()))
                                .toList())
                .append("reason", e.reason())
                .append("requestId", e.requestId())
                .append("at", Date.from(e.at()))
                .append(POSITION, e.at() + " " + e.id());
        try {
            mongo.insert(document, COLLECTION);
        } catch (DuplicateKeyException kept) {
            // Heard before.
        }
    }

    @Override
    public Page<AuditEntry> find(Query query, int limit, @Nullable String after) {
        List<Bson> filters = new ArrayList<>();
        StoreId store = query.store();
        filters.add(after == null ? Filters.gt(POSITION, "") : Filters.lt(POSITION, after));
        if (store != null) {
            filters.add(Filters.eq("storeId", store.value()));
        }
        if (query.resource() != null) {
            filters.add(Filters.eq("resource", query.resource()));
        }
        if (query.actor() != null) {
            filters.add(Filters.eq("actor", query.actor()));
        }
        List<Document> found = collection()
                .find(Filters.and(filters))
                .sort(Sorts.descending(POSITION))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(MongoAuditEntries::toEntry).toList(),
                more ? page.getLast().getString(POSITION) : null);
    }

    private static AuditEntry toEntry(Document d) {
        List<AuditEntry.Change> changes = d.getList("changes", Document.class).stream()
                .map(c -> new AuditEntry.Change(c.getString("pointer"), c.getString("from"), c.getString("to")))
                .toList();
        return new AuditEntry(
                d.getString("_id"),
                d.getString("actor"),
                d.getString("onBehalfOf"),
                d.getString("action"),
                d.getString("resource"),
                d.getString("storeId"),
                changes,
                d.getString("reason"),
                d.getString("requestId"),
                d.getDate("at").toInstant());
    }
}
