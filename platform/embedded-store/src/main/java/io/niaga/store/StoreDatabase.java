package io.niaga.store;

import de.bwaldvogel.mongo.*;
import de.bwaldvogel.mongo.backend.*;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.*;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.*;
import org.h2.mvstore.*;

final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private final MVStore store;
    private final RedoLog journal;
    private Document adding; // the description of the index that addIndex is at

    StoreDatabase(String name, MVStore store, CursorRegistry cursors, RedoLog journal) {
        this.store = store;
        this.journal = journal;
        super(name, cursors);
        initializeNamespacesAndIndexes();
    }

    // ---- maps: "databases.<db>.<collection>" and "<db>.<collection>._index_<name>"

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(this, name, options, data(name), cursorRegistry, journal);
    }

    private MVMap<Object, Document> data(String collection) {
        return store.openMap(
                "databases." + getFullCollectionNamespace(collection),
                new MVMap.Builder<Object, Document>()
                        .keyType(new KeyCodec.IdType())
                        .valueType(new KeyCodec.DocType()));
    }

    private String map(String collection, String index) {
        return getFullCollectionNamespace(collection) + "._index_" + index;
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String index) {
        super.dropIndex(collection, index);
        store.removeMap(map(collection.getCollectionName(), index));
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap("databases." + getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> c, String name) {
        String old = c.getFullName();
        if (from != this) { // the library leaves the descriptions of the indexes behind
            var theirs = ((StoreDatabase) from).getOrCreateIndexesCollection();
            getOrCreateIndexesCollection();
            for (Document d : theirs.queryAllAsStream()
                    .filter(d -> old.equals(d.get("ns")))
                    .toList()) getOrCreateIndexesCollection().addDocument(d.clone());
            theirs.deleteDocuments(new Document("ns", old), Integer.MAX_VALUE);
        }
        super.moveCollection(from, c, name);
        for (String m : List.copyOf(store.getMapNames())) {
            if (m.equals("databases." + old)) store.renameMap(store.openMap(m), "databases." + c.getFullName());
            else if (m.startsWith(old + "._index_"))
                store.renameMap(store.openMap(m), c.getFullName() + m.substring(old.length()));
        }
    }

    private Document dropIndexes(
            String name, Object which) { // the library's drops those of the same name in other collections, too
        if (resolveCollection(name, false) instanceof StoreCollection c) {
            List<Document> mine = new ArrayList<>();
            for (Document d : indexes.get().queryAll())
                if (c.getFullName().equals(d.get("ns"))
                        && ("*".equals(which)
                                ? !d.get("name").equals("_id_")
                                : which instanceof List<?> l
                                        ? l.contains(d.get("name"))
                                        : which instanceof Document k
                                                ? k.equals(d.get("key"))
                                                : d.get("name").equals(which))) mine.add(d);
            if (mine.isEmpty() && !"*".equals(which))
                throw new IndexNotFoundException("index not found with name [" + which + "]");
            for (Document d : mine)
                if (d.get("name").equals("_id_"))
                    throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
            for (Document d : mine) {
                dropIndex(c, (String) d.get("name"));
                indexes.get().deleteDocuments(new Document("ns", d.get("ns")).append("name", d.get("name")), 1);
            }
        }
        Document reply = new Document();
        Utils.markOkay(reply);
        return reply;
    }

    /** The library goes on after an error. */
    private Document updateInOrder(
            Channel channel, Document query, List<?> updates, DatabaseResolver resolver, Oplog oplog) {
        int n = 0, modified = 0;
        List<Document> upserted = new ArrayList<>(), errors = new ArrayList<>();
        for (int i = 0; i < updates.size() && errors.isEmpty(); i++) {
            Document one = query.clone();
            one.put("updates", List.of(updates.get(i)));
            Document r = super.handleCommand(channel, "update", one, resolver, oplog);
            n += (Integer) r.get("n");
            modified += (Integer) r.get("nModified");
            if (r.get("upserted") instanceof Collection<?> u)
                for (Object d : u) {
                    ((Document) d).put("index", i);
                    upserted.add((Document) d);
                }
            if (r.get("writeErrors") instanceof Collection<?> e)
                for (Object d : e) {
                    ((Document) d).put("index", i);
                    errors.add((Document) d);
                }
        }
        Document reply = new Document("n", n).append("nModified", modified);
        if (!upserted.isEmpty()) reply.put("upserted", upserted);
        if (!errors.isEmpty()) reply.put("writeErrors", errors);
        Utils.markOkay(reply);
        return reply;
    }

    private void checkConflict(Document description) {
        if (indexes.get() != null)
            for (Document d : indexes.get().queryAll()) {
                boolean name = Objects.equals(d.get("name"), description.get("name")),
                        key =
                                Objects.equals(d.get("key"), description.get("key"))
                                        && new ArrayList<>(((Document) d.get("key")).keySet())
                                                .equals(new ArrayList<>(((Document) description.get("key")).keySet()));
                if (!Objects.equals(d.get("ns"), description.get("ns"))
                        || !key
                        || isPrimaryKeyIndex((Document) d.get("key"))) continue;
                if (!name
                        && Objects.equals(d.get("partialFilterExpression"), description.get("partialFilterExpression")))
                    throw new MongoServerError(
                            85, "IndexOptionsConflict", "Index already exists with a different name: " + d.get("name"));
                if (name && !Objects.equals(d.get("expireAfterSeconds"), description.get("expireAfterSeconds")))
                    throw new MongoServerError(
                            85,
                            "IndexOptionsConflict",
                            "An equivalent index already exists with the same name but different options");
            }
    }

    @Override
    protected synchronized void addIndex(Document description) {
        checkConflict(description);
        Document outer = adding; // a new collection adds its _id index within
        adding = description;
        try {
            super.addIndex(description);
        } catch (RuntimeException e) { // a failed build leaves nothing
            String
                    collection =
                            description
                                    .get("ns")
                                    .toString()
                                    .substring(getDatabaseName().length() + 1),
                    name = (String) description.get("name");
            if (resolveCollection(collection, false) instanceof StoreCollection c
                    && c.getIndexes().stream().noneMatch(i -> i.getName().equals(name)))
                store.removeMap(map(collection, name));
            throw e;
        } finally {
            adding = outer;
        }
    }

    private Document description(String collection, String index) {
        if (adding != null) return adding;
        String ns = getFullCollectionNamespace(collection);
        for (Document d : indexes.get().queryAll()) if (ns.equals(d.get("ns")) && index.equals(d.get("name"))) return d;
        return new Document();
    }

    private Index<Object> open(String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        MVMap<byte[], Object> map = store.openMap(
                map(collection, name),
                new MVMap.Builder<byte[], Object>()
                        .keyType(new KeyCodec.BytesType())
                        .valueType(new KeyCodec.IdType()));
        return new BTreeIndex(map, name, keys, sparse, unique, (Document)
                description(collection, name).get("partialFilterExpression"));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.get(0).getKey().equals("_id"))
            return new BTreeIndex.OfId(data(collection), name, keys);
        return open(collection, name, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return open(collection, name, keys, sparse, false);
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        if (command.equals("dropIndexes")) return dropIndexes(query.get(command).toString(), query.get("index"));
        if (command.equals("aggregate") && query.get("pipeline") instanceof List<?> pipeline) {
            Document counted = count(query, pipeline);
            if (counted != null) return counted;
            if (!pipeline.isEmpty() && pipeline.get(0) instanceof Document d && d.containsKey("$changeStream"))
                throw new MongoServerError(40573, "The $changeStream stage is only supported on replica sets");
            push(pipeline);
        }
        if (command.equals("update")
                && Utils.isTrue(query.get("ordered"))
                && query.get("updates") instanceof List<?> l
                && l.size() > 1) return updateInOrder(channel, query, l, resolver, oplog);
        try {
            return super.handleCommand(channel, command, query, resolver, oplog);
        } finally {
            StoreCollection.PUSHED.remove();
        }
    }

    /** countDocuments of a driver, when an index alone can answer. */
    private Document count(Document query, List<?> pipeline) {
        if (pipeline.size() != 2
                || !(((Document) pipeline.get(0)).get("$match") instanceof Document match)
                || match.isEmpty()
                || !(((Document) pipeline.get(1)).get("$group") instanceof Document group)
                || group.size() != 2
                || !Integer.valueOf(1).equals(group.get("_id"))
                || !new Document("$sum", 1).equals(group.get("n"))
                || !(query.get("aggregate") instanceof String name)
                || !(resolveCollection(name, false) instanceof StoreCollection c)) return null;
        long n = c.covered(match);
        if (n <= 0) return null;
        Document reply = new Document(
                "cursor",
                new Document("firstBatch", List.of(new Document("_id", 1).append("n", (int) n)))
                        .append("id", 0L)
                        .append("ns", c.getFullName()));
        Utils.markOkay(reply);
        return reply;
    }

    /** Leading $match, $sort, $skip and $limit read through the indexes; the library still runs every stage but a pushed $skip's input is whole. */
    private static void push(List<?> pipeline) {
        Document match = null, sort = null;
        long skip = 0, limit = 0;
        for (Object o : pipeline) {
            Document stage = (Document) o;
            if (skip == 0 && match == null && sort == null && stage.get("$match") instanceof Document m) match = m;
            else if (skip == 0 && sort == null && stage.get("$sort") instanceof Document s) sort = s;
            else if (skip == 0 && stage.get("$skip") instanceof Number n) skip = n.longValue();
            else if (stage.get("$limit") instanceof Number n) {
                limit = skip + n.longValue();
                break;
            } else break;
        }
        if (match == null && (sort == null || limit == 0)) return;
        Document selector = new Document("$query", match == null ? new Document() : match)
                .append("$orderby", limit > 0 ? sort : null);
        StoreCollection.PUSHED.set(new QueryParameters(selector, 0, limit > Integer.MAX_VALUE ? 0 : (int) limit));
    }
}
