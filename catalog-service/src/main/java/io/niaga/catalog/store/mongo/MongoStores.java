package io.niaga.catalog.store.mongo;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.store.Stores;
import io.niaga.messaging.Inbox;
import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Stores in MongoDB; read through a cache of two seconds, since every request needs one and they seldom change. */
public final class MongoStores implements Stores {
    private static final String SOURCE = "store";
    private static final String FIRST = "first";
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final MongoTemplate mongo;
    private final MongoCollection<Document> stores;
    private final LoadingCache<String, Optional<Store>> cache;

    public MongoStores(MongoTemplate mongo) {
        this.mongo = mongo;
        this.stores = mongo.getDb().getCollection("stores");
        this.stores.createIndex(Indexes.ascending("openedAt"));
        this.cache = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(FRESH)
                .build(this::load);
    }

    @Override
    public Optional<Store> find(StoreId id) {
        return found(id.value());
    }

    @Override
    public Optional<Store> first() {
        return found(FIRST);
    }

    /** A store that is not known is asked for again: it may just have been opened. */
    private Optional<Store> found(String key) {
        Optional<Store> store = cache.get(key);
        if (store.isEmpty()) {
            cache.invalidate(key);
        }
        return store;
    }

    private Optional<Store> load(String key) {
        Bson filter = key.equals(FIRST) ? new Document() : Filters.eq("_id", key);
        return Optional.ofNullable(
                        stores.find(filter).sort(Sorts.ascending("openedAt")).first())
                .map(MongoStores::store);
    }

    @Override
    public void keep(Store store, long sequence) {
        String id = store.id().value();
        try {
            mongo.execute(
                    "stores",
                    kept -> kept.updateOne(
                            Filters.and(Filters.eq("_id", id), Inbox.guard(SOURCE, sequence)),
                            Updates.combine(new Document("$set", document(store)), Inbox.mark(SOURCE, sequence)),
                            new UpdateOptions().upsert(true)));
        } catch (DuplicateKeyException later) {
            // A later state is kept already: the guard did not match, and the insert found the id taken.
            return;
        }
        cache.invalidate(id);
        cache.invalidate(FIRST);
    }

    private static Document document(Store store) {
        return new Document("name", store.name())
                .append("currency", store.currency().getCurrencyCode())
                .append("languages", store.languages())
                .append("timeZone", store.timeZone().getId())
                .append("taxIncluded", store.taxIncluded())
                .append("taxRate", store.taxRate().basisPoints())
                .append("openedAt", Date.from(store.openedAt()));
    }

    private static Store store(Document document) {
        return new Store(
                StoreId.of(document.getString("_id")),
                document.getString("name"),
                Currency.getInstance(document.getString("currency")),
                document.getList("languages", String.class),
                ZoneId.of(document.getString("timeZone")),
                document.getBoolean("taxIncluded"),
                new Percentage(document.getLong("taxRate")),
                opened(document));
    }

    private static Instant opened(Document document) {
        return document.getDate("openedAt").toInstant();
    }
}
