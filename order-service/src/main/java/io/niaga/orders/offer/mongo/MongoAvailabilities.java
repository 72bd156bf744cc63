package io.niaga.orders.offer.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.messaging.Inbox;
import io.niaga.orders.offer.Availabilities;
import io.niaga.orders.offer.Availability;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document per SKU of a store: {@code {_id: store/sku, at: {warehouse: availability}, lastSeq: {warehouse: n}}}. */
public final class MongoAvailabilities implements Availabilities {
    private static final int DUPLICATE_KEY = 11000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> documents;

    public MongoAvailabilities(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    @Override
    public Map<Sku, Availability> of(StoreId store, Collection<Sku> skus) {
        Map<Sku, Availability> all = new HashMap<>();
        skus.forEach(sku -> all.put(sku, Availability.OUT));
        if (skus.isEmpty()) {
            return all;
        }
        List<String> ids = skus.stream().map(sku -> id(store, sku)).toList();
        for (Document found : documents.find(Filters.in("_id", ids))) {
            Sku sku = Sku.of(found.getString("_id").substring(store.value().length() + 1));
            all.put(sku, best(found));
        }
        return all;
    }

    private static Availability best(Document found) {
        Document at = found.get("at", Document.class);
        return at == null
                ? Availability.OUT
                : Availability.best(at.values().stream()
                        .map(text -> Availability.valueOf(String.valueOf(text)))
                        .toList());
    }

    @Override
    public void take(List<News> news) {
        List<UpdateOneModel<Document>> writes =
                news.stream().map(MongoAvailabilities::write).toList();
        try {
            documents.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException failed) {
            // The guard did not match, so the upsert met the document that is there: the news is old.
            boolean old = failed.getWriteConcernError() == null
                    && failed.getWriteErrors().stream().allMatch(e -> e.getCode() == DUPLICATE_KEY);
            if (!old) {
                throw failed;
            }
        }
    }

    private static UpdateOneModel<Document> write(News news) {
        Bson filter = Filters.and(
                Filters.eq("_id", id(news.store(), news.sku())), Inbox.guard(news.warehouse(), news.sequence()));
        String field = "at." + news.warehouse();
        Availability availability = news.availability();
        Bson effect = availability == null ? Updates.unset(field) : Updates.set(field, availability.name());
        return new UpdateOneModel<>(
                filter, Updates.combine(effect, Inbox.mark(news.warehouse(), news.sequence())), UPSERT);
    }

    private static String id(StoreId store, Sku sku) {
        return store.value() + "/" + sku.value();
    }
}
