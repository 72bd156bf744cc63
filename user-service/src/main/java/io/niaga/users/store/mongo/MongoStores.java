package io.niaga.users.store.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.niaga.users.store.Store;
import io.niaga.users.store.StoreChange;
import io.niaga.users.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Stores in MongoDB, members within. */
public final class MongoStores implements Stores {
    private static final String ORDER = "position";
    private final OutboxCollection collection;
    private final BiFunction<Store, StoreChange, List<Outgoing>> told;

    public MongoStores(OutboxCollection collection, BiFunction<Store, StoreChange, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending(ORDER));
    }

    @Override
    public Optional<Store> find(StoreId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(MongoStores::toStore);
    }

    @Override
    public boolean add(Store store, StoreChange change) {
        Document document = StoreMapping.changing(store)
                .append("_id", store.id().value())
                .append("schemaVersion", 1)
                .append("openedAt", java.util.Date.from(store.openedAt()))
                .append(ORDER, store.openedAt() + " " + store.id());
        try {
            collection.insert(document, told.apply(store, change));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean save(Store store, StoreChange change) {
        Document changes = new Document("$set", StoreMapping.changing(store));
        return collection.update(store.id().value(), store.revision(), changes, told.apply(store, change));
    }

    @Override
    public Page<Store> all(int limit, @Nullable String after) {
        Bson filter = after == null ? Filters.exists(ORDER) : Filters.gt(ORDER, after);
        List<Document> found = collection
                .raw()
                .find(filter)
                .sort(Sorts.ascending(ORDER))
                .projection(OutboxCollection.hidden())
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(MongoStores::toStore).toList(),
                more ? page.getLast().getString(ORDER) : null);
    }

    private static Store toStore(Document document) {
        return StoreMapping.toStore(document, OutboxCollection.revision(document));
    }
}
