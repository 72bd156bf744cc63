package io.niaga.store;

import static io.niaga.store.KeyCodec.*;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.*;
import de.bwaldvogel.mongo.bson.*;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.stream.*;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;

/** A collection in an MVMap whose queries go through the B-tree indexes; stored documents are never changed in place. */
final class StoreCollection extends AbstractSynchronizedMongoCollection<Object> {
    /** Leading stages of an aggregation, for the next queryAllAsStream of this thread. */
    static final ThreadLocal<QueryParameters> PUSHED = new ThreadLocal<>();

    private static final byte PUT = 1, DELETE = 2;

    final MVMap<Object, Document> data;
    private final RedoLog journal;
    private byte[] logName; // null: not logged
    private volatile List<Index<Object>> plannable = List.of();
    private final ThreadLocal<Integer> writing = new ThreadLocal<>(); // the limit of a write's own query

    StoreCollection(
            MongoDatabase db,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> data,
            CursorRegistry cursors,
            RedoLog journal) {
        super(db, name, options, cursors);
        this.data = data;
        this.journal = journal;
        named();
    }

    private void named() {
        logName =
                getCollectionName().startsWith("system.") ? null : getFullName().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void renameTo(MongoDatabase db, String name) {
        super.renameTo(db, name);
        named();
    }

    // ---- the three changes; each is in the log before it can be seen

    private void put(Object id, Document doc) {
        if (logName != null) journal.append(PUT, logName, encoded(doc));
        data.put(id, doc);
    }

    @Override
    protected Object addDocumentInternal(Document doc) {
        Object id = getIdField() == null
                ? UUID.randomUUID()
                : Missing.ofNullable(Utils.getSubdocumentValue(doc, getIdField()));
        put(id, doc);
        return id;
    }

    @Override
    protected void handleUpdate(Object id, Document old, Document doc) {
        put(Missing.ofNullable(id), doc);
    }

    @Override
    protected void removeDocument(Object id) {
        if (logName != null)
            journal.append(DELETE, logName, encoded(new Document("_id", id instanceof Missing ? null : id)));
        if (data.remove(id) == null) throw new NoSuchElementException("No document with key " + id);
    }

    /** Applies a change of the log; its checks were made before it was logged. */
    void redo(byte op, Document doc) {
        Object id = Missing.ofNullable(doc.get("_id"));
        Document old = data.get(id);
        for (Index<Object> i : getIndexes()) {
            if (i instanceof BTreeIndex x) x.change(old, op == PUT ? doc : null, id);
        }
        if (op == PUT) data.put(id, doc);
        else data.remove(id);
    }

    // ---- what the library needs of a collection

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    public int count() {
        return data.size();
    }

    @Override
    public boolean isEmpty() {
        return data.isEmpty();
    }

    @Override
    protected Document getDocument(Object id) {
        return data.get(id);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return data.entrySet().stream().map(e -> new DocumentWithPosition<>(e.getValue(), e.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        boolean down = isNaturalDescending(orderBy);
        Cursor<Object, Document> c = data.cursor(null, null, down);
        return matchDocumentsFromStream(
                StreamSupport.stream(((Iterable<Object>) () -> c).spliterator(), false)
                        .map(k -> c.getValue()),
                query,
                down ? null : orderBy,
                skip,
                limit,
                batchSize,
                fields);
    }

    // ---- indexes

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index instanceof BTreeIndex e && e.isEmpty()) e.built();
        plannable = List.copyOf(getIndexes());
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        plannable = List.copyOf(getIndexes());
    }

    // ---- writes work on copies

    @Override
    public synchronized Document findAndModify(Document query) {
        writing.set(1);
        try {
            return super.findAndModify(query);
        } finally {
            writing.remove();
        }
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        writing.set(multi ? 0 : 1);
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            writing.remove();
        }
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    // ---- reads

    @Override
    public QueryResult handleQuery(QueryParameters p) { // as the library's, without the monitor
        Document s = p.getQuerySelector();
        String q = s.containsKey("query") ? "query" : s.containsKey("$query") ? "$query" : null;
        return queryDocuments(
                q == null ? s : (Document) s.get(q),
                q == null ? null : (Document) s.get(q.equals("query") ? "orderby" : "$orderby"),
                p.getNumberToSkip(),
                p.getLimit(),
                0,
                p.getProjection()); // StoreBackend cuts the reply into batches
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        QueryParameters pushed = PUSHED.get();
        PUSHED.remove();
        return pushed == null
                ? super.queryAllAsStream()
                : StreamSupport.stream(handleQuery(pushed).spliterator(), false);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Integer w = writing.get();
        if (w != null && limit == 0) limit = w;
        if (query == null) query = new Document();
        boolean sort = orderBy != null && !orderBy.isEmpty();
        QueryResult result;
        if (sort && orderBy.containsKey("$natural")) {
            result = matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        } else {
            int top = limit > 0 ? (int) Math.min((long) skip + limit, Integer.MAX_VALUE) : 0;
            Plan plan = plan(query, sort ? orderBy : null, top);
            Stream<Document> docs = plan == null ? data.values().stream() : plan.documents();
            if (sort && (plan == null || !plan.sorted)) {
                Document q = query;
                docs = sorted(docs.filter(d -> documentMatchesQuery(d, q)), orderBy, top);
                query = new Document(); // already filtered
            }
            result = matchDocumentsFromStream(query, docs, skip, limit, batchSize, null, fields);
        }
        if (w == null) return result;
        return new QueryResult(StreamSupport.stream(result.spliterator(), false)
                .map(Document::cloneDeeply)
                .collect(Collectors.toList()));
    }

    private record Keyed(byte[] key, long seq, Document doc) implements Comparable<Keyed> {
        public int compareTo(Keyed o) {
            int c = Arrays.compareUnsigned(key, o.key);
            return c != 0 ? c : Long.compare(seq, o.seq);
        }
    }

    private static Stream<Document> sorted(Stream<Document> docs, Document orderBy, int top) {
        String[] paths = orderBy.keySet().toArray(String[]::new);
        boolean[] desc = new boolean[paths.length];
        for (int i = 0; i < paths.length; i++) desc[i] = ((Number) orderBy.get(paths[i])).intValue() < 0;
        long[] seq = {0};
        var heap = new PriorityQueue<Keyed>(Comparator.reverseOrder());
        var all = new ArrayList<Keyed>();
        docs.forEach(d -> {
            byte[] k = {};
            for (int i = 0; i < paths.length; i++) {
                Object v = Utils.getSubdocumentValueCollectionAware(d, paths[i]);
                byte[] best = null;
                for (Object x : v instanceof Collection<?> c
                        ? c.isEmpty() ? List.of(EMPTY_ARRAY) : c
                        : Collections.singletonList(v)) {
                    byte[] e = encode(x, desc[i]);
                    if (best == null || Arrays.compareUnsigned(e, best) < 0) best = e;
                }
                k = cat(k, best);
            }
            var keyed = new Keyed(k, seq[0]++, d);
            if (top == 0) all.add(keyed);
            else if (heap.size() < top) heap.add(keyed);
            else if (keyed.compareTo(heap.peek()) < 0) {
                heap.poll();
                heap.add(keyed);
            }
        });
        all.addAll(heap);
        return all.stream().sorted().map(Keyed::doc);
    }

    // ---- planning

    /** What a query says of one path. */
    private static final class Pred {
        boolean eq;
        Object value;
        List<Object> in;
        Object lo, hi;
        boolean loInc, hiInc, other;

        boolean simple() {
            return !other && (eq ? in == null && lo == null && hi == null : in == null || lo == null && hi == null);
        }
    }

    private static boolean plain(Object v) {
        return !(v instanceof Collection)
                && !(v instanceof BsonRegularExpression)
                && !(v instanceof Document d && d.keySet().stream().anyMatch(k -> k.startsWith("$")));
    }

    private static void collect(Document q, Map<String, Pred> out) {
        for (var e : q.entrySet()) {
            if (e.getKey().equals("$and")) {
                for (Object x : (Collection<?>) e.getValue()) collect((Document) x, out);
                continue;
            }
            if (e.getKey().startsWith("$")) {
                out.computeIfAbsent("$", k -> new Pred()).other = true;
                continue;
            }
            Pred p = out.computeIfAbsent(e.getKey(), k -> new Pred());
            if (plain(e.getValue())) {
                p.other |= p.eq;
                p.eq = true;
                p.value = e.getValue();
                continue;
            }
            if (!(e.getValue() instanceof Document ops)) {
                p.other = true;
                continue;
            }
            for (var o : ops.entrySet()) {
                Object v = o.getValue();
                boolean taken = false;
                switch (o.getKey()) {
                    case "$eq":
                        if (plain(v) && !p.eq) {
                            p.eq = taken = true;
                            p.value = v;
                        }
                        break;
                    case "$in":
                        if (p.in == null
                                && v instanceof Collection<?> c
                                && c.size() <= 1000
                                && c.stream().allMatch(StoreCollection::plain)) {
                            p.in = new ArrayList<>(c);
                            taken = true;
                        }
                        break;
                    case "$gt":
                    case "$gte":
                        if (v != null && plain(v) && p.lo == null) {
                            p.lo = v;
                            p.loInc = o.getKey().equals("$gte");
                            taken = true;
                        }
                        break;
                    case "$lt":
                    case "$lte":
                        if (v != null && plain(v) && p.hi == null) {
                            p.hi = v;
                            p.hiInc = o.getKey().equals("$lte");
                            taken = true;
                        }
                        break;
                    default:
                }
                p.other |= !taken;
            }
        }
    }

    private final class Plan {
        double cost;
        long count; // entries in the ranges
        boolean sorted, reverse, covered; // covered: the ranges hold what the query asks for, no more
        BTreeIndex index;
        List<byte[][]> ranges = new ArrayList<>(); // [from, to)
        List<Object> ids;
        Object idFrom, idTo;

        Stream<Document> documents() {
            if (index == null && ids != null) return ids.stream().map(data::get).filter(Objects::nonNull);
            if (index == null) {
                Cursor<Object, Document> c = data.cursor(reverse ? idTo : idFrom, reverse ? idFrom : idTo, reverse);
                return stream(new Iterator<>() {
                    public boolean hasNext() {
                        return c.hasNext();
                    }

                    public Document next() {
                        c.next();
                        return c.getValue();
                    }
                });
            }
            var root = index.map
                    .flushAndGetRoot(); // one state of the index for all ranges; it may hold two entries of a document
            // that moves
            Stream<Object> positions = ranges.size() == 1
                    ? positions(root, ranges.get(0))
                    : ranges.stream().flatMap(r -> positions(root, r));
            return positions.distinct().map(data::get).filter(Objects::nonNull);
        }

        private Stream<Object> positions(RootReference<byte[], Object> root, byte[][] r) {
            Cursor<byte[], Object> c =
                    reverse ? new Cursor<>(root, r[1], r[0], true) : new Cursor<>(root, r[0], r[1], false);
            return stream(new Iterator<>() {
                public boolean hasNext() {
                    return c.hasNext();
                }

                public Object next() {
                    c.next();
                    return c.getValue();
                }
            });
        }
    }

    private static <T> Stream<T> stream(Iterator<T> it) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(it, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** How many documents match, if an index alone can tell; else -1. */
    long covered(Document query) {
        Plan plan = plan(query, null, 0);
        return plan != null && plan.covered ? plan.count : -1;
    }

    @Override
    public int count(Document query, int skip, int limit) {
        long n = query == null || query.isEmpty() || skip > 0 || limit > 0 ? -1 : covered(query);
        return n >= 0 ? (int) n : super.count(query, skip, limit);
    }

    private Plan plan(Document query, Document orderBy, int top) {
        if (query.isEmpty() && orderBy == null) return null;
        Map<String, Pred> preds = new LinkedHashMap<>();
        collect(query, preds);
        Plan best = null;
        for (Index<Object> index : plannable) {
            Plan p = index instanceof BTreeIndex e ? plan(e, preds, orderBy) : planById(preds, orderBy);
            if (p == null) continue;
            p.cost = cost(p.count, orderBy == null || p.sorted, p.covered, top) + (p.index == null ? 0 : 1);
            if (best == null || p.cost < best.cost) best = p;
        }
        // an index read costs about twice a scan's step
        return best != null && 2 * best.cost > cost(data.sizeAsLong(), orderBy == null, false, top) + 20 ? null : best;
    }

    private static double cost(double count, boolean sorted, boolean covered, int top) {
        if (!sorted) return count * 1.5;
        return top == 0 ? count : covered ? Math.min(count, top) : Math.min(count, top + count / 4);
    }

    private Plan planById(Map<String, Pred> preds, Document orderBy) {
        Pred p = preds.get("_id");
        Plan plan = new Plan();
        if (p != null && (p.eq || p.in != null)) {
            plan.ids = p.eq
                    ? List.of(Missing.ofNullable(p.value))
                    : p.in.stream()
                            .map(Missing::ofNullable)
                            .collect(Collectors.toCollection(() -> new TreeSet<>(data.getKeyType()::compare)))
                            .stream()
                            .toList();
            plan.count = plan.ids.size();
            plan.sorted = p.eq;
            return plan;
        }
        if (p != null) {
            plan.idFrom = p.lo;
            plan.idTo = p.hi;
        }
        if (orderBy != null && orderBy.keySet().iterator().next().equals("_id")) {
            plan.sorted = true; // _id is unique: later sort keys do not matter
            plan.reverse = ((Number) orderBy.get("_id")).intValue() < 0;
        }
        if (plan.idFrom == null && plan.idTo == null && !plan.sorted) return null;
        long from = plan.idFrom == null ? 0 : at(data.getKeyIndex(plan.idFrom)),
                to = plan.idTo == null ? data.sizeAsLong() : at(data.getKeyIndex(plan.idTo));
        plan.count = Math.max(0, to - from);
        plan.covered = preds.isEmpty();
        return plan;
    }

    private static long at(long keyIndex) {
        return keyIndex < 0 ? -keyIndex - 1 : keyIndex;
    }

    private Plan plan(BTreeIndex x, Map<String, Pred> preds, Document orderBy) {
        if (x.partial != null && !implied(x.partial, preds)) return null;
        if (x.sparse && Arrays.stream(x.paths).noneMatch(k -> bound(preds.get(k)))) return null;
        Plan plan = new Plan();
        plan.index = x;
        List<byte[]> prefixes = List.of(new byte[0]);
        boolean one = true;
        int i = 0, arrays = 0;
        for (; i < x.paths.length; i++) {
            Pred p = preds.get(x.paths[i]);
            boolean array = (x.multikey() >> i & 1) != 0;
            if (p == null || !p.eq && p.in == null || array && arrays > 0) break;
            if (array) arrays++;
            var values = new TreeSet<byte[]>(Arrays::compareUnsigned);
            for (Object v : p.eq ? Collections.singletonList(p.value) : p.in) values.add(encode(v, x.desc[i]));
            if (prefixes.size() * values.size() > 2000) break;
            one &= values.size() == 1;
            prefixes = prefixes.stream()
                    .flatMap(a -> values.stream().map(b -> cat(a, b)))
                    .toList();
        }
        Pred r = i < x.paths.length ? preds.get(x.paths[i]) : null;
        boolean array = i < x.paths.length && (x.multikey() >> i & 1) != 0;
        boolean range = r != null && (r.lo != null || r.hi != null) && !(array && arrays > 0);
        int used = i + (range ? 1 : 0);
        for (byte[] p : prefixes) {
            byte[] from = p, to = cat(p, (byte) 0xFF);
            if (range) {
                Object lo = r.lo, hi = r.hi;
                if (array && lo != null) hi = null; // on arrays each bound may be met by another element
                int tag = tag(lo != null ? lo : hi);
                boolean d = x.desc[i];
                byte[] bottom = d ? new byte[] {(byte) ~tag} : new byte[] {(byte) tag};
                byte[] top = {(byte) (bottom[0] + 1)};
                Object first = d ? hi : lo, last = d ? lo : hi;
                boolean firstInc = d ? r.hiInc : r.loInc, lastInc = d ? r.loInc : r.hiInc;
                from = cat(
                        p, first == null ? bottom : firstInc ? encode(first, d) : cat(encode(first, d), (byte) 0xFF));
                to = cat(p, last == null ? top : lastInc ? cat(encode(last, d), (byte) 0xFF) : encode(last, d));
            } else if (p.length == 0) {
                from = new byte[] {1};
            }
            if (Arrays.compareUnsigned(from, to) <= 0) plan.ranges.add(new byte[][] {from, to});
        }
        if (orderBy != null && one) {
            Boolean reverse = null;
            boolean ok = true;
            int k = i;
            for (var o : orderBy.entrySet()) {
                Pred p = preds.get(o.getKey());
                if (p != null && p.eq && Arrays.asList(x.paths).subList(0, i).contains(o.getKey()) && x.multikey() == 0)
                    continue;
                boolean want = ((Number) o.getValue()).intValue() < 0;
                if (k >= x.paths.length || !x.paths[k].equals(o.getKey()) || (x.multikey() >> k & 1) != 0) {
                    ok = false;
                    break;
                }
                boolean rev = want != x.desc[k++];
                if (reverse != null && reverse != rev) {
                    ok = false;
                    break;
                }
                reverse = rev;
            }
            if (ok) {
                plan.sorted = true;
                plan.reverse = reverse != null && reverse;
            }
        }
        if (used == 0 && !plan.sorted) return null;
        int sample = Math.min(plan.ranges.size(), 50);
        for (byte[][] b : plan.ranges.subList(0, sample))
            plan.count += at(x.map.getKeyIndex(b[1])) - at(x.map.getKeyIndex(b[0]));
        if (sample < plan.ranges.size()) plan.count = plan.count * plan.ranges.size() / sample;
        var bounds = Arrays.asList(x.paths).subList(0, used);
        plan.covered = x.multikey() == 0
                && sample == plan.ranges.size()
                && preds.entrySet().stream()
                        .allMatch(e -> e.getValue().simple()
                                && (bounds.contains(e.getKey())
                                        || x.partial != null
                                                && x.partial.containsKey(e.getKey())
                                                && e.getValue().eq
                                                && plain(x.partial.get(e.getKey()))));
        return plan;
    }

    private static boolean bound(Pred p) {
        return p != null
                && (p.eq && p.value != null || p.in != null && !p.in.contains(null) || p.lo != null || p.hi != null);
    }

    /** Whether a document that meets the query surely meets the index's filter. */
    private static boolean implied(Document filter, Map<String, Pred> preds) {
        for (var e : filter.entrySet()) {
            Pred p = preds.get(e.getKey());
            if (p == null) return false;
            Object f = e.getValue();
            if (f instanceof Document d && d.size() == 1 && d.containsKey("$eq")) f = d.get("$eq");
            if (plain(f)) {
                if (!p.eq || !Arrays.equals(encode(f, false), encode(p.value, false))) return false;
            } else if (f instanceof Document d && d.size() == 1 && Utils.isTrue(d.get("$exists"))) {
                if (!bound(p)) return false;
            } else if (f instanceof Document d && d.size() == 1 && d.get("$in") instanceof Collection<?> c) {
                List<?> have = p.eq ? Collections.singletonList(p.value) : p.in;
                if (have == null || !c.containsAll(have)) return false;
            } else {
                return false;
            }
        }
        return true;
    }
}
