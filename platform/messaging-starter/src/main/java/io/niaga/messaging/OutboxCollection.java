package io.niaga.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.niaga.types.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;

/**
 * A collection of aggregates whose writes carry their events: both are there or neither. Events are published in the order
 * of the writes, at least once, usually within milliseconds.
 *
 * <p>Writes are optimistic: of two writers that loaded the same revision one succeeds. The fields {@code version},
 * {@code outbox}, {@code outboxSeq}, {@code outboxDue} and {@code outboxLease} belong to this class; ids are text.
 */
public final class OutboxCollection {
    private static final MongoExceptionTranslator TRANSLATOR = new MongoExceptionTranslator();
    private static final Document HIDDEN = new Document(OutboxWrite.EVENTS, 0).append(Lease.FIELD, 0);
    private static final FindOneAndUpdateOptions READ_LEASE =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).projection(new Document(Lease.FIELD, 1));

    private final MongoCollection<Document> documents;
    private final OutboxDesk desk;
    private final OutboxWrite write;
    private final Outbox outbox;
    private final Function<Document, List<Outgoing>> currentState;

    OutboxCollection(
            MongoCollection<Document> documents,
            OutboxDesk desk,
            String source,
            Leases leases,
            Function<Document, List<Outgoing>> currentState) {
        this.documents = documents;
        this.desk = desk;
        this.write = new OutboxWrite(documents.getCodecRegistry());
        this.outbox = new CollectionOutbox(source, leases, this::announce);
        this.currentState = currentState;
    }

    /**
     * Keeps a new aggregate, at version 1.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its {@code _id} is taken
     */
    public void insert(Document document, List<Outgoing> events) {
        String id = document.getString("_id");
        Instant now = desk.now();
        List<Pending> pending = desk.pending(events, 0);
        Optional<Lease> lease = leaseFor(id, pending, true);
        run(() -> documents.insertOne(write.insert(document, pending, now, lease)));
        lease.ifPresent(taken -> desk.publish(outbox, taken, pending));
    }

    /** Changes an aggregate if it is still as loaded; false when it is not, or not there. */
    public boolean update(String id, Revision loaded, Bson changes, List<Outgoing> events) {
        return write(id, null, loaded, changes, events);
    }

    /**
     * Changes an aggregate if it is still as loaded and meets the guard; false when not.
     *
     * @param changes update operators, or an empty document when there are only events
     * @throws io.niaga.types.ProblemException {@link OutboxProblem#OUTBOX_FULL} when too many events wait
     */
    public boolean update(String id, Bson guard, Revision loaded, Bson changes, List<Outgoing> events) {
        return write(id, guard, loaded, changes, events);
    }

    private boolean write(String id, @Nullable Bson guard, Revision loaded, Bson changes, List<Outgoing> events) {
        List<Pending> pending = desk.pending(events, loaded.outboxSeq());
        Optional<Lease> lease = leaseFor(id, pending, loaded.outboxEmpty());
        BsonDocument filter = write.filter(id, guard, loaded, pending.size());
        BsonDocument update = write.update(changes, pending, desk.now(), lease);
        if (!pending.isEmpty() && !loaded.outboxEmpty()) {
            return appended(id, loaded, filter, update, pending.size());
        }
        if (ask(() -> documents.updateOne(filter, update)).getMatchedCount() == 0) {
            return false;
        }
        lease.ifPresent(taken -> desk.publish(outbox, taken, pending));
        return true;
    }

    /** Behind events that wait already: their publisher goes on with ours, unless it finished just before this write. */
    private boolean appended(String id, Revision loaded, BsonDocument filter, BsonDocument update, int events) {
        Document after = ask(() -> Optional.ofNullable(documents.findOneAndUpdate(filter, update, READ_LEASE)))
                .orElse(null);
        if (after == null) {
            refuseIfFull(id, loaded, events);
            return false;
        }
        if (!after.containsKey(Lease.FIELD)) {
            desk.takeOver(outbox, id);
        }
        return true;
    }

    private void refuseIfFull(String id, Revision loaded, int events) {
        Document full = new Document("_id", id)
                .append(OutboxWrite.VERSION, loaded.version())
                .append(OutboxWrite.EVENTS + "." + (Backlog.MOST - events), new Document("$exists", true));
        if (ask(() -> documents.countDocuments(full)) > 0) {
            throw desk.full(id);
        }
    }

    private Optional<Lease> leaseFor(String id, List<Pending> events, boolean outboxEmpty) {
        return events.isEmpty() || !outboxEmpty ? Optional.empty() : desk.leaseFor(id);
    }

    /** An aggregate without its outbox; null when there is none. */
    public @Nullable Document findById(String id) {
        return ask(() -> Optional.ofNullable(documents
                        .find(new Document("_id", id))
                        .projection(HIDDEN)
                        .first()))
                .orElse(null);
    }

    /** Which state was loaded, to be given back with the next write. */
    public static Revision revision(Document loaded) {
        return new Revision(
                number(loaded, OutboxWrite.VERSION),
                number(loaded, OutboxWrite.SEQ),
                !loaded.containsKey(OutboxWrite.DUE));
    }

    /** The collection itself, for queries and for writes without events; project {@link #hidden()} for lists. */
    public MongoCollection<Document> raw() {
        return documents;
    }

    /** The projection that leaves the outbox out and keeps what {@link #revision} needs. */
    public static Bson hidden() {
        return new Document(HIDDEN);
    }

    Outbox outbox() {
        return outbox;
    }

    private void announce(String id) {
        desk.overtaken(id);
        boolean told = false;
        while (!told) {
            Document now = findById(id);
            List<Outgoing> state = now == null ? List.of() : currentState.apply(now);
            told = now == null || state.isEmpty() || update(id, revision(now), new Document(), state);
        }
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static void run(Runnable statement) {
        ask(() -> {
            statement.run();
            return true;
        });
    }

    private static <T> T ask(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (MongoException failed) {
            DataAccessException translated = TRANSLATOR.translateExceptionIfPossible(failed);
            throw translated == null ? failed : translated;
        }
    }
}
