package io.niaga.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/** What writers were told, document by document, and whether a store still holds it. */
final class AcknowledgedWrites {
    static final int WRITERS = 8;
    private static final int DELETED = -1;

    private final Map<Integer, State> states = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();

    /** The version that was acknowledged, none for a document that is not there, and the one whose answer is awaited. */
    private static final class State {
        private Integer acknowledged;
        private Integer awaited;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    static void createIndexes(MongoCollection<Document> c) {
        c.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
        c.createIndex(Indexes.ascending("owner", "version"));
        c.createIndex(Indexes.ascending("tags"));
    }

    private static Document document(int id, int version) {
        return new Document("_id", id)
                .append("code", "code" + id)
                .append("owner", "o" + version % 7)
                .append("version", version)
                .append("body", ("b" + id + "." + version + "|").repeat(60))
                .append("tags", List.of("t" + version % 3, "t" + version % 5 + "x"));
    }

    private static Document change(int id, int version) {
        Document changed = document(id, version);
        changed.remove("_id");
        changed.remove("code");
        return new Document("$set", changed);
    }

    // ---- writing

    /** One writer, until the store is gone; it owns the ids that leave {@code writer} when divided by the number of writers. */
    void write(MongoCollection<Document> c, int writer, Random random, BooleanSupplier goOn, List<String> problems) {
        List<Integer> mine = new ArrayList<>();
        states.forEach((id, state) -> {
            if (id % WRITERS == writer && state.acknowledged != null) {
                mine.add(id);
            }
        });
        try {
            while (goOn.getAsBoolean()) {
                if (mine.isEmpty() || random.nextInt(10) < 3) {
                    mine.add(insert(c, writer));
                } else {
                    int at = random.nextInt(mine.size());
                    if (changeOrDelete(c, mine.get(at), random, problems)) {
                        mine.remove(at);
                    }
                }
                acknowledged.incrementAndGet();
            }
        } catch (MongoServerException e) {
            problems.add("refused: " + e.getMessage());
        } catch (MongoException e) {
            return; // killed: what was awaited may be there or not
        }
    }

    private int insert(MongoCollection<Document> c, int writer) {
        int id = ids.getAndIncrement() * WRITERS + writer;
        State state = new State();
        state.awaited = 0;
        states.put(id, state);
        c.insertOne(document(id, 0));
        state.acknowledged = 0;
        state.awaited = null;
        return id;
    }

    private boolean changeOrDelete(MongoCollection<Document> c, int id, Random random, List<String> problems) {
        State state = states.get(id);
        int version = state.acknowledged;
        int kind = random.nextInt(7);
        state.awaited = kind == 0 ? DELETED : version + 1;
        boolean done = switch (kind) {
            case 0 -> c.deleteOne(eq("_id", id)).getDeletedCount() == 1;
            case 1, 2, 3 ->
                c.updateOne(and(eq("_id", id), eq("version", version)), change(id, version + 1))
                                .getModifiedCount()
                        == 1;
            default ->
                c.findOneAndUpdate(and(eq("code", "code" + id), eq("version", version)), change(id, version + 1))
                        != null;
        };
        if (!done) {
            problems.add("a guard failed for its only writer: " + id);
        }
        state.acknowledged = kind == 0 ? null : version + 1;
        state.awaited = null;
        return kind == 0;
    }

    // ---- comparing

    /** What a store that was started again does not hold as it should; what it holds is the new truth. */
    List<String> violations(MongoCollection<Document> c) {
        List<String> violations = new ArrayList<>();
        Map<Integer, Document> found = new HashMap<>();
        c.find().forEach(document -> found.put(document.getInteger("_id"), document));
        states.forEach((id, state) -> compare(id, state, found.get(id), violations));
        found.keySet().stream()
                .filter(id -> !states.containsKey(id))
                .forEach(id -> violations.add("never written: " + id));
        compareIndexes(c, found, violations);
        insertDeletedAgain(c, violations);
        return violations;
    }

    private static void compare(int id, State state, Document document, List<String> violations) {
        Integer version = document == null ? null : document.getInteger("version");
        boolean asAwaited =
                state.awaited != null && (state.awaited == DELETED ? version == null : state.awaited.equals(version));
        if (!Objects.equals(version, state.acknowledged) && !asAwaited) {
            violations.add(
                    "lost: %d was acknowledged with version %s, found %s".formatted(id, state.acknowledged, version));
        }
        if (document != null && !document.equals(document(id, version))) {
            violations.add("torn: " + id);
        }
        state.acknowledged = version;
        state.awaited = null;
    }

    private static void compareIndexes(
            MongoCollection<Document> c, Map<Integer, Document> found, List<String> violations) {
        for (Document document : found.values()) {
            List<Document> byCode = c.find(eq("code", document.get("code"))).into(new ArrayList<>());
            if (byCode.size() != 1 || !byCode.getFirst().get("_id").equals(document.get("_id"))) {
                violations.add("the unique index does not find " + document.get("_id"));
            }
        }
        for (String path : List.of("owner", "tags")) {
            for (String value : List.of("o0", "o1", "o2", "o3", "o4", "o5", "o6", "t0", "t1", "t2", "t0x", "t4x")) {
                long byIndex = c.countDocuments(eq(path, value));
                long byScan = c.countDocuments(or(List.of(eq(path, value))));
                if (byIndex != byScan) {
                    violations.add("index on %s: %d of %d with %s".formatted(path, byIndex, byScan, value));
                }
            }
        }
    }

    /** No entry of a unique index that outlived its document may be in the way. */
    private void insertDeletedAgain(MongoCollection<Document> c, List<String> violations) {
        states.entrySet().stream()
                .filter(entry -> entry.getValue().acknowledged == null)
                .limit(30)
                .forEach(entry -> {
                    try {
                        c.insertOne(document(entry.getKey(), 0));
                        entry.getValue().acknowledged = 0;
                    } catch (MongoServerException e) {
                        violations.add("a deleted document is in the way: " + e.getMessage());
                    }
                });
    }
}
