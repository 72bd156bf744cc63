package io.niaga.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: a view of the documents themselves. It also refuses documents that could not be read back. */
final class IdIndex extends Index<Object> {
    private static final int TOO_LARGE = 17_419;

    private final MVMap<Object, Document> documents;

    IdIndex(MVMap<Object, Document> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    private static Object id(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        Object id = id(document);
        return documents.containsKey(id) ? id : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        checkSize(document);
        if (documents.containsKey(id(document))) {
            throw new DuplicateKeyError(
                    this,
                    collection,
                    getKeys(),
                    getKeyValues(document).iterator().next());
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        checkSize(after);
    }

    private static void checkSize(Document document) {
        int limit = BsonConstants.MAX_BSON_OBJECT_SIZE;
        if (Bson.sizeAtMost(document) > limit && Bson.encode(document).writerIndex() > limit) {
            throw new MongoServerError(TOO_LARGE, "Resulting document after update is larger than " + limit);
        }
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {}

    @Override
    public @Nullable Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {}

    @Override
    public boolean canHandle(Document query) {
        return false; // Planner decides
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the planner reads the documents");
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {}
}
