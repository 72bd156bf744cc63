package io.niaga.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The one way a collection changes: log, keys that enter, document, keys that leave. So a change is seen, by whatever index,
 * the moment the document is replaced. Called by one thread at a time; {@link #indexes} by any.
 */
final class CollectionChanges {
    private static final String ID = "_id";

    private final MVMap<Object, Document> documents;
    private final ChangeLog log;
    private byte @Nullable [] loggedAs;
    private volatile List<BTreeIndex> indexes = List.of();

    CollectionChanges(MVMap<Object, Document> documents, ChangeLog log) {
        this.documents = documents;
        this.log = log;
    }

    /** What a catalogue of the library says is not logged: checkpoints settle it. */
    void logAs(String collection, String namespace) {
        loggedAs = collection.startsWith("system.") ? null : namespace.getBytes(StandardCharsets.UTF_8);
    }

    void keep(List<BTreeIndex> all) {
        indexes = List.copyOf(all);
    }

    List<BTreeIndex> indexes() {
        return indexes;
    }

    /** Puts a document, or removes it when there is none after. What an index refuses is refused before anything has happened. */
    void change(Object id, @Nullable Document before, @Nullable Document after) {
        List<KeyChange> keys = keyChanges(id, before, after);
        announce(id, after);
        apply(keys, id, after);
    }

    /** Applies a change from the log; what could speak against it was checked before it was logged. */
    void redo(LogFrame frame) {
        Document document = Bson.decode(frame.bson());
        Object id = Missing.ofNullable(document.get(ID));
        Document after = frame.isPut() ? document : null;
        apply(keyChanges(id, documents.get(id), after), id, after);
    }

    private List<KeyChange> keyChanges(Object id, @Nullable Document before, @Nullable Document after) {
        return indexes.stream().map(index -> index.changeOf(before, after, id)).toList();
    }

    private void announce(Object id, @Nullable Document after) {
        byte[] name = loggedAs;
        if (name == null) {
            return;
        }
        if (after == null) {
            Document identity = new Document(ID, id instanceof Missing ? null : id);
            log.append(ChangeLog.Change.DELETE, name, Bson.encode(identity));
        } else {
            log.append(ChangeLog.Change.PUT, name, Bson.encode(after));
        }
    }

    /** A change that ends half-way, for want of memory say, must never reach the file. */
    private void apply(List<KeyChange> keys, Object id, @Nullable Document after) {
        try {
            keys.forEach(KeyChange::enter);
            if (after == null) {
                documents.remove(id);
            } else {
                documents.put(id, after);
            }
            keys.forEach(KeyChange::leave);
        } catch (RuntimeException | Error e) {
            log.fail(e);
            throw e;
        }
    }
}
