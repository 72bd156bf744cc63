package io.niaga.catalog.exchange.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.exchange.ImportId;
import io.niaga.catalog.exchange.ImportJob;
import io.niaga.catalog.exchange.Imports;
import io.niaga.catalog.exchange.RowOutcome;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Jobs in MongoDB, one document each, and one document for each piece of rows. */
public final class MongoImports implements Imports {
    private final OutboxCollection jobs;
    private final MongoTemplate mongo;
    private final Function<StaffWrite, Outgoing> audit;

    public MongoImports(Outboxes outboxes, MongoTemplate mongo, Function<StaffWrite, Outgoing> audit) {
        this.jobs = outboxes.collection("imports");
        this.mongo = mongo;
        this.audit = audit;
        jobs.raw().createIndex(Indexes.ascending(ImportDocument.FREE_AT), new IndexOptions().sparse(true));
        pieces().createIndex(Indexes.ascending(PieceDocument.IMPORT, PieceDocument.LAST_LINE));
    }

    private MongoCollection<Document> pieces() {
        return mongo.getDb().getCollection("importPieces");
    }

    @Override
    public void add(ImportJob job, StaffWrite write) {
        Document document = new Document("_id", job.id().value());
        document.putAll(ImportDocument.of(job));
        document.append(ImportDocument.FREE_AT, Date.from(job.createdAt()));
        try {
            jobs.insert(document, List.of(audit.apply(write)));
        } catch (DuplicateKeyException known) {
            // The same job, added by a request that did not live to answer.
            return;
        }
    }

    @Override
    public Optional<ImportJob> find(ImportId id) {
        return Optional.ofNullable(jobs.findById(id.value())).map(d -> new ImportDocument(d).job());
    }

    @Override
    public Optional<ImportJob> take(String worker, Instant now, Instant until) {
        Document taken = jobs.raw()
                .findOneAndUpdate(
                        Filters.lte(ImportDocument.FREE_AT, Date.from(now)),
                        Updates.combine(
                                Updates.set(ImportDocument.WORKER, worker),
                                Updates.set(ImportDocument.FREE_AT, Date.from(until)),
                                Updates.inc(ImportDocument.TRIES, 1)),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending(ImportDocument.FREE_AT))
                                .projection(OutboxCollection.hidden())
                                .returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(taken).map(d -> new ImportDocument(d).job());
    }

    @Override
    public Optional<ImportJob> keep(ImportJob job, String worker, Instant until, List<StaffWrite> writes) {
        Document set = ImportDocument.of(job);
        Document changes = new Document("$set", set);
        if (job.state().hasEnded()) {
            changes.append("$unset", new Document(ImportDocument.FREE_AT, "").append(ImportDocument.WORKER, ""));
        } else {
            set.append(ImportDocument.FREE_AT, Date.from(until));
        }
        boolean kept = jobs.update(
                job.id().value(),
                Filters.eq(ImportDocument.WORKER, worker),
                job.revision(),
                changes,
                writes.stream().map(audit).toList());
        return kept ? find(job.id()) : Optional.empty();
    }

    @Override
    public void leave(ImportId id, String worker, Instant from, boolean blameless) {
        Bson free = Updates.set(ImportDocument.FREE_AT, Date.from(from));
        jobs.raw()
                .updateOne(
                        Filters.and(Filters.eq("_id", id.value()), Filters.eq(ImportDocument.WORKER, worker)),
                        blameless ? Updates.combine(free, Updates.set(ImportDocument.TRIES, 0)) : free);
    }

    @Override
    public boolean end(ImportJob job, StaffWrite write) {
        Document changes = new Document("$set", ImportDocument.of(job))
                .append("$unset", new Document(ImportDocument.FREE_AT, "").append(ImportDocument.WORKER, ""));
        return jobs.update(job.id().value(), job.revision(), changes, List.of(audit.apply(write)));
    }

    @Override
    public void keepPiece(ImportId id, int piece, List<RowOutcome> outcomes) {
        try {
            mongo.execute("importPieces", kept -> kept.insertOne(PieceDocument.of(id, piece, outcomes)));
        } catch (DuplicateKeyException known) {
            // A worker that lost its lease came first; its outcomes are those of the same rows.
            return;
        }
    }

    @Override
    public Optional<List<RowOutcome>> piece(ImportId id, int piece) {
        return Optional.ofNullable(pieces().find(Filters.eq("_id", PieceDocument.id(id, piece)))
                        .first())
                .map(found -> new PieceDocument(found).outcomes());
    }

    @Override
    public List<RowOutcome> rows(ImportId id, RowOutcome.@Nullable Kind kind, int afterLine, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq(PieceDocument.IMPORT, id.value()));
        filters.add(Filters.gt(PieceDocument.LAST_LINE, afterLine));
        if (kind != null) {
            filters.add(Filters.eq(PieceDocument.KINDS, kind.name()));
        }
        List<RowOutcome> rows = new ArrayList<>();
        for (Document piece : pieces().find(Filters.and(filters))
                .sort(Sorts.ascending(PieceDocument.LAST_LINE))
                .batchSize(5)) {
            new PieceDocument(piece)
                    .outcomes().stream()
                            .filter(each -> each.line() > afterLine && (kind == null || each.kind() == kind))
                            .forEach(rows::add);
            if (rows.size() >= limit) {
                return rows.subList(0, limit);
            }
        }
        return rows;
    }
}
