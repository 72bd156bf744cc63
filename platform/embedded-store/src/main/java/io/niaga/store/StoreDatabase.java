package io.niaga.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A database whose collections and indexes are maps of one store; mends where the library mixes up collections or goes on after errors. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private static final String ID_INDEX = "_id_";
    private static final int NO_CHANGE_STREAMS = 40_573;
    private static final int INVALID_OPTIONS = 72;

    private final CollectionMaps maps;
    private final ChangeLog log;
    /** The description of the index that is being added: the library passes only parts of it on. */
    private @Nullable Document adding;

    StoreDatabase(String name, CollectionMaps maps, CursorRegistry cursors, ChangeLog log) {
        this.maps = maps;
        this.log = log;
        super(name, cursors);
        initializeNamespacesAndIndexes();
    }

    // ---- collections

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var documents = maps.documents(getFullCollectionNamespace(name));
        return new StoreCollection(this, name, options, cursorRegistry, documents, log);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        maps.removeDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        String old = collection.getFullName();
        if (from != this) {
            takeIndexDescriptions((StoreDatabase) from, old);
        }
        super.moveCollection(from, collection, newName);
        maps.rename(old, collection.getFullName());
    }

    private void takeIndexDescriptions(StoreDatabase from, String namespace) {
        MongoCollection<Object> mine = getOrCreateIndexesCollection();
        MongoCollection<Object> theirs = from.getOrCreateIndexesCollection();
        List<Document> moving = theirs.queryAllAsStream()
                .filter(description -> namespace.equals(description.get("ns")))
                .map(Document::clone)
                .toList();
        moving.forEach(mine::addDocument);
        theirs.deleteDocuments(new Document("ns", namespace), Integer.MAX_VALUE);
    }

    /** What {@code createIndexes} was told of every index of this database. */
    Iterable<Document> descriptions() {
        MongoCollection<Object> catalogue = indexes.get();
        return catalogue == null ? List.of() : catalogue.queryAll();
    }

    // ---- indexes

    @Override
    protected synchronized void addIndex(Document description) {
        refuseConflict(description);
        Document outer = adding; // a new collection adds its _id index within
        adding = description;
        try {
            super.addIndex(description);
        } catch (RuntimeException e) {
            removeUnfinished(description);
            throw e;
        } finally {
            adding = outer;
        }
    }

    private void removeUnfinished(Document description) {
        String namespace = String.valueOf(description.get("ns"));
        String collection = namespace.substring(getDatabaseName().length() + 1);
        String name = String.valueOf(description.get("name"));
        if (resolveCollection(collection, false) instanceof StoreCollection c
                && c.getIndexes().stream().noneMatch(index -> index.getName().equals(name))) {
            maps.removeIndex(namespace, name);
        }
    }

    private void refuseConflict(Document wanted) {
        for (Document known : descriptions()) {
            IndexConflict.refuse(known, wanted);
        }
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(maps.documents(getFullCollectionNamespace(collection)), name, keys);
        }
        return open(collection, name, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return open(collection, name, keys, sparse, false);
    }

    private Index<Object> open(String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        String namespace = getFullCollectionNamespace(collection);
        Document partial = (Document) description(namespace, name).get("partialFilterExpression");
        IndexKeys indexKeys = new IndexKeys(keys, sparse, partial);
        return new BTreeIndex(maps.index(namespace, name), name, keys, indexKeys, unique);
    }

    private Document description(String namespace, String index) {
        if (adding != null) {
            return adding;
        }
        for (Document known : descriptions()) {
            if (namespace.equals(known.get("ns")) && index.equals(known.get("name"))) {
                return known;
            }
        }
        return new Document();
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String index) {
        super.dropIndex(collection, index);
        maps.removeIndex(collection.getFullName(), index);
    }

    /** The library drops the indexes of the same name in other collections, too. */
    private Document dropIndexes(String name, @Nullable Object which) {
        if (resolveCollection(name, false) instanceof StoreCollection collection) {
            List<Document> chosen = chosen(collection.getFullName(), which);
            if (chosen.isEmpty() && !"*".equals(which)) {
                throw new IndexNotFoundException("index not found with name [" + which + "]");
            }
            for (Document index : chosen) {
                dropIndex(collection, String.valueOf(index.get("name")));
                Document identity = new Document("ns", index.get("ns")).append("name", index.get("name"));
                getOrCreateIndexesCollection().deleteDocuments(identity, 1);
            }
        }
        Document reply = new Document();
        Utils.markOkay(reply);
        return reply;
    }

    private List<Document> chosen(String namespace, @Nullable Object which) {
        List<Document> chosen = new ArrayList<>();
        for (Document index : descriptions()) {
            if (!namespace.equals(index.get("ns")) || !isChosen(index, which)) {
                continue;
            }
            if (ID_INDEX.equals(index.get("name"))) {
                throw new MongoServerError(INVALID_OPTIONS, "InvalidOptions", "cannot drop _id index");
            }
            chosen.add(index);
        }
        return chosen;
    }

    private static boolean isChosen(Document index, @Nullable Object which) {
        Object name = index.get("name");
        return switch (which) {
            case String text when text.equals("*") -> !ID_INDEX.equals(name);
            case List<?> names -> names.contains(name);
            case Document key -> key.equals(index.get("key"));
            case null, default -> Objects.equals(name, which);
        };
    }

    // ---- commands

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        return switch (command) {
            case "dropIndexes" -> dropIndexes(String.valueOf(query.get(command)), query.get("index"));
            case "aggregate" -> aggregate(channel, query, resolver, oplog);
            case "update" -> update(channel, query, resolver, oplog);
            default -> super.handleCommand(channel, command, query, resolver, oplog);
        };
    }

    private Document aggregate(Channel channel, Document query, DatabaseResolver resolver, Oplog oplog) {
        if (!(query.get("pipeline") instanceof List<?> pipeline)) {
            return super.handleCommand(channel, "aggregate", query, resolver, oplog);
        }
        if (!pipeline.isEmpty() && ((Document) pipeline.getFirst()).containsKey("$changeStream")) {
            throw new MongoServerError(NO_CHANGE_STREAMS, "The $changeStream stage is only supported on replica sets");
        }
        if (!(resolveCollection(String.valueOf(query.get("aggregate")), false) instanceof StoreCollection collection)) {
            return super.handleCommand(channel, "aggregate", query, resolver, oplog);
        }
        Document counted = AggregationReads.counted(collection, pipeline);
        return counted != null
                ? counted
                : AggregationReads.during(
                        collection, pipeline, () -> super.handleCommand(channel, "aggregate", query, resolver, oplog));
    }

    private Document update(Channel channel, Document query, DatabaseResolver resolver, Oplog oplog) {
        if (query.get("updates") instanceof List<?> updates
                && updates.size() > 1
                && Utils.isTrue(query.get("ordered"))) {
            return OrderedUpdates.run(
                    query, updates, one -> super.handleCommand(channel, "update", one, resolver, oplog));
        }
        return super.handleCommand(channel, "update", query, resolver, oplog);
    }

    // ---- what the library asks of a database

    @Override
    protected long getStorageSize() {
        return maps.fileBytes();
    }

    @Override
    protected long getFileSize() {
        return maps.fileBytes();
    }
}
