package io.niaga.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection, in an ordered map by {@code _id}, and its indexes.
 *
 * <p>Writers take turns (the monitor), so a guard and its update are one step. Readers take no lock: a stored document is
 * never changed in place, writers work on copies.
 */
final class StoreCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MVMap<Object, Document> documents;
    private final CollectionChanges changes;
    private final Planner planner;
    /** The inherited matcher remembers the last array position for the writer: readers must not touch it. */
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    /** Set while a write looks for its documents: how many it wants, 0 for all. */
    private final ThreadLocal<@Nullable Integer> wantedByWriter = new ThreadLocal<>();

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Object, Document> documents,
            ChangeLog log) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.changes = new CollectionChanges(documents, log);
        this.planner = new Planner(documents);
        this.changes.logAs(name, getFullName());
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
        changes.logAs(name, getFullName());
    }

    // ---- changes

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object id =
                idField == null ? UUID.randomUUID() : Missing.ofNullable(Utils.getSubdocumentValue(document, idField));
        changes.change(id, null, document);
        return id;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        changes.change(Missing.ofNullable(position), before, after);
    }

    @Override
    protected void removeDocument(Object id) {
        Document before = documents.get(id);
        if (before == null) {
            throw new NoSuchElementException("no document with this id");
        }
        changes.change(id, before, null);
    }

    synchronized void redo(LogFrame frame) {
        changes.redo(frame);
    }

    // ---- indexes

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index instanceof BTreeIndex btree && btree.isEmpty() && getIndexes().contains(index)) {
            btree.finish();
        }
        keepIndexes();
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        keepIndexes();
    }

    private void keepIndexes() {
        changes.keep(getIndexes().stream()
                .filter(BTreeIndex.class::isInstance)
                .map(BTreeIndex.class::cast)
                .toList());
    }

    // ---- writes look for their documents

    @Override
    public synchronized Document findAndModify(Document query) {
        wantedByWriter.set(1);
        try {
            return super.findAndModify(query);
        } finally {
            wantedByWriter.remove();
        }
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        wantedByWriter.set(multi ? 0 : 1);
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            wantedByWriter.remove();
        }
    }

    // ---- reads

    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return matcher.matches(document, query);
    }

    /** As the library's, but without the monitor, and always the whole result: {@link OpenCursors} cuts it into batches. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        boolean wrapped = selector.containsKey("query");
        boolean dollarWrapped = !wrapped && selector.containsKey("$query");
        Document filter = wrapped
                ? (Document) selector.get("query")
                : dollarWrapped ? (Document) selector.get("$query") : selector;
        Document orderBy = wrapped
                ? (Document) selector.get("orderby")
                : dollarWrapped ? (Document) selector.get("$orderby") : null;
        return queryDocuments(
                filter, orderBy, parameters.getNumberToSkip(), parameters.getLimit(), 0, parameters.getProjection());
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        return AggregationReads.of(this);
    }

    @Override
    protected QueryResult queryDocuments(
            @Nullable Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Integer wanted = wantedByWriter.get();
        Document filter = query == null ? new Document() : query;
        if (orderBy != null && orderBy.containsKey("$natural")) {
            return matchDocuments(filter, orderBy, skip, limit, batchSize, fields);
        }
        Document order = orderBy == null || orderBy.isEmpty() ? null : orderBy;
        int most = limit == 0 && wanted != null ? wanted : limit;
        QueryResult found = matchInOrder(filter, order, skip, most, fields);
        return wanted == null && !AggregationReads.needCopies() ? found : copies(found);
    }

    /** What meets the filter, in any order, read as it is asked for. */
    Stream<Document> each(Document filter) {
        return matching(filter, planner.plan(changes.indexes(), filter, null, 0));
    }

    private Stream<Document> matching(Document filter, @Nullable Plan plan) {
        return candidates(plan).filter(document -> documentMatchesQuery(document, filter));
    }

    private Stream<Document> candidates(@Nullable Plan plan) {
        return plan == null ? documents.values().stream() : plan.read(documents);
    }

    private QueryResult matchInOrder(
            Document filter, @Nullable Document orderBy, int skip, int limit, @Nullable Document fields) {
        int top = limit > 0 ? (int) Math.min((long) skip + limit, Integer.MAX_VALUE) : 0;
        Plan plan = planner.plan(changes.indexes(), filter, orderBy, top);
        if (orderBy == null || (plan != null && plan.sorted())) {
            return matchDocumentsFromStream(filter, candidates(plan), skip, limit, 0, null, fields);
        }
        Stream<Document> sorted = new DocumentSort(orderBy).sorted(matching(filter, plan), top);
        return matchDocumentsFromStream(new Document(), sorted, skip, limit, 0, null, fields);
    }

    private static QueryResult copies(QueryResult found) {
        return new QueryResult(
                Streams.of(found.iterator()).map(Document::cloneDeeply).toList());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        boolean backwards = isNaturalDescending(orderBy);
        Stream<Document> all = Streams.valuesOf(documents.cursor(null, null, backwards));
        return matchDocumentsFromStream(query, all, skip, limit, batchSize, null, fields);
    }

    /** {@link Planner#count}. */
    long countByIndex(Document filter) {
        return planner.count(changes.indexes(), filter);
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        boolean all = query == null || query.isEmpty() || skip > 0 || limit > 0;
        long counted = query == null || all ? -1 : countByIndex(query);
        return counted >= 0 ? Math.toIntExact(counted) : super.count(query, skip, limit);
    }

    // ---- what the library asks of a collection

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected @Nullable Document getDocument(Object id) {
        return documents.get(id);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream().map(e -> new DocumentWithPosition<>(e.getValue(), e.getKey()));
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
