package io.niaga.store;

import static io.niaga.store.KeyCodec.*;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.*;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.*;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.*;
import org.h2.mvstore.MVMap;

/** B-tree index, unique or not, sparse, partial, multikey. Map key: encoded values, then the encoded _id; value: the _id. */
final class BTreeIndex extends Index<Object> {
    private static final byte[] META = {0};

    final MVMap<byte[], Object> map;
    final boolean unique, sparse;
    final Document partial;
    final String[] paths;
    final boolean[] desc;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    private volatile int multikey;

    BTreeIndex(
            MVMap<byte[], Object> map,
            String name,
            List<IndexKey> keys,
            boolean sparse,
            boolean unique,
            Document partial) {
        super(name, keys, sparse);
        this.map = map;
        this.unique = unique;
        this.sparse = sparse;
        this.partial = partial;
        paths = keys.stream().map(IndexKey::getKey).toArray(String[]::new);
        desc = new boolean[paths.length];
        for (int i = 0; i < desc.length; i++) desc[i] = !keys.get(i).isAscending();
        multikey = map.get(META) instanceof Integer m ? m : 0;
    }

    /** Bit i set: some document has an array at key i. */
    int multikey() {
        return multikey;
    }

    List<byte[]> keysOf(Document doc) {
        if (partial != null && !matcher.matches(doc, partial)) return List.of();
        Object[] v = new Object[paths.length];
        int arrays = 0, n = -1;
        boolean any = false;
        for (int i = 0; i < v.length; i++) {
            v[i] = Utils.getSubdocumentValueCollectionAware(doc, paths[i]);
            any |= !(v[i] instanceof Missing);
            if (v[i] instanceof Collection<?> c) {
                if (c.isEmpty()) v[i] = c = List.of(EMPTY_ARRAY);
                if (n >= 0 && !samePath(arrays, i))
                    throw new CannotIndexParallelArraysError(
                            List.of(paths[i], paths[Integer.numberOfTrailingZeros(arrays)]));
                n = c.size();
                arrays |= 1 << i;
            }
        }
        if (sparse && !any) return List.of();
        if ((multikey | arrays) != multikey) map.put(META, multikey |= arrays);
        if (arrays == 0) return List.of(key(v));
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        for (int j = 0; j < n; j++) {
            Object[] w = v.clone();
            for (int i = 0; i < w.length; i++)
                if ((arrays >> i & 1) != 0) w[i] = new ArrayList<>((Collection<?>) v[i]).get(j);
            keys.add(key(w));
        }
        return List.copyOf(keys);
    }

    /** Whether key i and those before it lie in one array of documents. */
    private boolean samePath(int arrays, int i) {
        String p = paths[Integer.numberOfTrailingZeros(arrays)];
        return p.contains(".")
                && paths[i].contains(".")
                && p.substring(0, p.indexOf('.')).equals(paths[i].substring(0, paths[i].indexOf('.')));
    }

    private byte[] key(Object[] v) {
        byte[] k = encode(v[0], desc[0]);
        for (int i = 1; i < v.length; i++) k = cat(k, encode(v[i], desc[i]));
        return k;
    }

    private static Object id(Document doc) {
        return Missing.ofNullable(doc.get("_id"));
    }

    private static boolean has(List<byte[]> keys, byte[] k) {
        for (byte[] x : keys) if (Arrays.equals(x, k)) return true;
        return false;
    }

    private void checkFree(byte[] k, Document doc, MongoCollection<Object> c) {
        if (unique && startsWith(map.ceilingKey(k), k))
            throw new DuplicateKeyError(
                    this, c, getKeys(), getKeyValues(doc).iterator().next());
    }

    @Override
    public void checkAdd(Document doc, MongoCollection<Object> c) {
        if (unique || paths.length > 1)
            for (byte[] k : keysOf(doc)) checkFree(k, doc, c); // keysOf may refuse: before anything is stored
    }

    @Override
    public void add(Document doc, Object position, MongoCollection<Object> c) {
        byte[] id = encode(position, false);
        for (byte[] k : keysOf(doc)) {
            checkFree(k, doc, c);
            map.put(cat(k, id), position);
        }
    }

    @Override
    public Object remove(Document doc) {
        byte[] id = encode(id(doc), false);
        for (byte[] k : keysOf(doc)) map.remove(cat(k, id));
        return id(doc);
    }

    @Override
    public void checkUpdate(Document oldDoc, Document newDoc, MongoCollection<Object> c) {
        if (!unique && paths.length == 1) return;
        List<byte[]> old = keysOf(oldDoc);
        for (byte[] k : keysOf(newDoc)) if (!has(old, k)) checkFree(k, newDoc, c);
    }

    @Override
    public void updateInPlace(Document oldDoc, Document newDoc, Object position, MongoCollection<Object> c) {
        change(oldDoc, newDoc, position);
    }

    /** Either document may be null. */
    void change(Document oldDoc, Document newDoc, Object position) {
        List<byte[]> old = oldDoc == null ? List.of() : keysOf(oldDoc),
                now = newDoc == null ? List.of() : keysOf(newDoc);
        byte[] id = null;
        for (byte[] k : now)
            if (!has(old, k)) map.put(cat(k, id = id == null ? encode(position, false) : id), position);
        for (byte[] k : old)
            if (!has(now, k))
                map.remove(cat(
                        k, id = id == null ? encode(position, false) : id)); // last: a reader meets it twice, not never
    }

    @Override
    public Object getPosition(Document doc) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    } // StoreCollection plans itself

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return map.sizeAsLong() - (map.containsKey(META) ? 1 : 0);
    }

    @Override
    public boolean isEmpty() {
        return !map.containsKey(META);
    }

    void built() {
        map.put(META, multikey);
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
                && other instanceof BTreeIndex o
                && o.unique == unique
                && Objects.equals(o.partial, partial)
                && Arrays.equals(o.paths, paths)
                && Arrays.equals(o.desc, desc);
    }

    @Override
    public void drop() {}

    /** The _id index: a view of the data map. */
    static final class OfId extends Index<Object> {
        final MVMap<Object, Document> data;

        OfId(MVMap<Object, Document> data, String name, List<IndexKey> keys) {
            super(name, keys, false);
            this.data = data;
        }

        @Override
        public Object getPosition(Document d) {
            Object id = id(d);
            return data.containsKey(id) ? id : null;
        }

        private static void checkSize(Document d) { // a larger one could not be read back
            if (rough(d) > BsonConstants.MAX_BSON_OBJECT_SIZE
                    && encoded(d).writerIndex() > BsonConstants.MAX_BSON_OBJECT_SIZE)
                throw new MongoServerError(
                        17419, "Resulting document after update is larger than " + BsonConstants.MAX_BSON_OBJECT_SIZE);
        }

        @Override
        public void checkAdd(Document d, MongoCollection<Object> c) {
            checkSize(d);
            if (data.containsKey(id(d)))
                throw new DuplicateKeyError(
                        this, c, getKeys(), getKeyValues(d).iterator().next());
        }

        @Override
        public void add(Document d, Object p, MongoCollection<Object> c) {}

        @Override
        public Object remove(Document d) {
            return getPosition(d);
        }

        @Override
        public boolean canHandle(Document q) {
            return false;
        }

        @Override
        public Iterable<Object> getPositions(Document q) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getCount() {
            return data.sizeAsLong();
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
        public void checkUpdate(Document o, Document n, MongoCollection<Object> c) {
            checkSize(n);
        }

        @Override
        public void updateInPlace(Document o, Document n, Object p, MongoCollection<Object> c) {}

        @Override
        public boolean isUnique() {
            return true;
        }

        @Override
        public void drop() {}
    }
}
