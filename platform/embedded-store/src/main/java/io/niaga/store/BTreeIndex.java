package io.niaga.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: from encoded values and encoded {@code _id} to the {@code _id}; unique or not, sparse, partial, multikey.
 *
 * <p>It is filled once, when it is built; afterwards its collection changes it through {@link #changeOf}, new keys before the
 * document and old ones after it. So a reader who comes by the index meets a moving document twice, never not at all, and what
 * it finds it checks against the document itself.
 */
final class BTreeIndex extends Index<Object> {
    /** Its value has bit i set when some document has, or once had, an array at path i; there is none until the index is built. */
    private static final byte[] ARRAYS = {0};

    private final MVMap<byte[], Object> map;
    private final boolean unique;
    private final IndexKeys keys;
    private volatile int arrays;
    private volatile boolean built;

    BTreeIndex(MVMap<byte[], Object> map, String name, List<IndexKey> paths, IndexKeys keys, boolean unique) {
        super(name, paths, keys.sparse());
        this.map = map;
        this.unique = unique;
        this.keys = keys;
        this.built = map.get(ARRAYS) instanceof Integer;
        this.arrays = map.get(ARRAYS) instanceof Integer known ? known : 0;
    }

    IndexKeys indexKeys() {
        return keys;
    }

    MVMap<byte[], Object> map() {
        return map;
    }

    boolean multikey() {
        return arrays != 0;
    }

    boolean arrayAt(int path) {
        return (arrays >> path & 1) != 0;
    }

    /** Every document is in: from now on the collection keeps the index. */
    void finish() {
        map.put(ARRAYS, arrays);
        built = true;
    }

    /** Remembers an array before its first key can be found. Called by one writer at a time. */
    private IndexKeys.Found keysOf(@Nullable Document document) {
        IndexKeys.Found found = keys.of(document);
        int known = arrays;
        if ((known | found.arrays()) != known) {
            arrays = known | found.arrays();
            if (built) {
                map.put(ARRAYS, arrays);
            }
        }
        return found;
    }

    /** What has to happen here when a document becomes another; null stands for none. */
    KeyChange changeOf(@Nullable Document before, @Nullable Document after, Object id) {
        return KeyChange.between(map, keysOf(before), keysOf(after), id);
    }

    // ---- what the library asks of an index

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (!unique && keys.size() == 1) {
            return; // nothing to refuse
        }
        for (byte[] key : keysOf(document).keys()) {
            checkFree(key, document, collection);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        if (!unique && keys.size() == 1) {
            return;
        }
        IndexKeys.Found had = keysOf(before);
        for (byte[] key : keysOf(after).keys()) {
            if (!had.has(key)) {
                checkFree(key, after, collection);
            }
        }
    }

    private void checkFree(byte[] key, Document document, MongoCollection<Object> collection) {
        if (unique && KeyEncoding.startsWith(map.ceilingKey(key), key)) {
            throw new DuplicateKeyError(
                    this,
                    collection,
                    getKeys(),
                    getKeyValues(document).iterator().next());
        }
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        if (built) {
            return; // the collection entered it, before the document
        }
        byte[] encodedId = KeyEncoding.encode(id, false);
        for (byte[] key : keysOf(document).keys()) {
            checkFree(key, document, collection);
            map.put(KeyEncoding.join(key, encodedId), id);
        }
    }

    /** Only tells the position: the collection drops the keys, after the document. */
    @Override
    public Object remove(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {}

    /** The index on {@code _id} knows it. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // Planner decides
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the planner reads the index");
    }

    @Override
    public long getCount() {
        return map.sizeAsLong() - (built ? 1 : 0);
    }

    @Override
    public boolean isEmpty() {
        return !built;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && other instanceof BTreeIndex index
                && index.unique == unique
                && Objects.equals(index.keys.partial(), keys.partial())
                && index.keys.describesSamePaths(keys);
    }

    /** The database removes the map. */
    @Override
    public void drop() {}
}
