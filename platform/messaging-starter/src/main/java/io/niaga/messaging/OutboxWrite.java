package io.niaga.messaging;

import io.niaga.types.Revision;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Builds the one write that changes an aggregate and keeps its events beside it. */
final class OutboxWrite {
    static final String VERSION = "version";
    static final String SEQ = "outboxSeq";
    static final String EVENTS = "outbox";
    static final String DUE = "outboxDue";
    private static final Set<String> OURS = Set.of(VERSION, SEQ, EVENTS, DUE, Lease.FIELD);

    private final CodecRegistry codecs;

    OutboxWrite(CodecRegistry codecs) {
        this.codecs = codecs;
    }

    Document insert(Document document, List<Pending> events, Instant now, Optional<Lease> lease) {
        Document whole = new Document(document);
        OURS.forEach(whole::remove);
        whole.append(VERSION, 1L).append(SEQ, (long) events.size());
        if (!events.isEmpty()) {
            whole.append(EVENTS, events.stream().map(Pending::toDocument).toList())
                    .append(DUE, Date.from(now));
            lease.ifPresent(taken -> whole.append(Lease.FIELD, taken.toDocument()));
        }
        return whole;
    }

    /** Matches the aggregate as it was loaded, if it has room for so many events more. */
    BsonDocument filter(String id, @Nullable Bson guard, Revision loaded, int events) {
        BsonDocument filter =
                new BsonDocument("_id", new BsonString(id)).append(VERSION, new BsonInt64(loaded.version()));
        if (events > 0 && !loaded.outboxEmpty()) {
            filter.append(EVENTS + "." + (Backlog.MOST - events), render(new Document("$exists", false)));
        }
        if (guard != null) {
            BsonDocument more = render(guard);
            if (more.keySet().stream().anyMatch(filter::containsKey)) {
                filter.append("$and", new BsonArray(List.of(more)));
            } else {
                filter.putAll(more);
            }
        }
        return filter;
    }

    BsonDocument update(Bson changes, List<Pending> events, Instant now, Optional<Lease> lease) {
        BsonDocument update = render(changes).clone();
        refuseOurs(update);
        Document counters = new Document(VERSION, 1L);
        if (!events.isEmpty()) {
            counters.append(SEQ, (long) events.size());
            List<Document> waiting = events.stream().map(Pending::toDocument).toList();
            add(update, "$push", new Document(EVENTS, new Document("$each", waiting)));
            Document due = new Document(DUE, Date.from(now));
            lease.ifPresent(taken -> due.append(Lease.FIELD, taken.toDocument()));
            add(update, "$set", due);
        }
        add(update, "$inc", counters);
        return update;
    }

    private void add(BsonDocument update, String operator, Document fields) {
        BsonDocument all = update.containsKey(operator) ? update.getDocument(operator) : new BsonDocument();
        all.putAll(render(fields));
        update.put(operator, all);
    }

    private static void refuseOurs(BsonDocument update) {
        update.forEach((operator, fields) -> {
            if (!operator.startsWith("$")) {
                throw new IllegalArgumentException("changes are update operators");
            }
            fields.asDocument().keySet().forEach(OutboxWrite::refuseOurs);
        });
    }

    private static void refuseOurs(String path) {
        int dot = path.indexOf('.');
        if (OURS.contains(dot < 0 ? path : path.substring(0, dot))) {
            throw new IllegalArgumentException(path + " is written by the outbox alone");
        }
    }

    private BsonDocument render(Bson bson) {
        BsonValue rendered = bson.toBsonDocument(Document.class, codecs);
        return rendered.asDocument();
    }
}
