package io.niaga.reporting.conversion.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.messaging.Inbox;
import io.niaga.reporting.conversion.Stores;
import io.niaga.types.StoreId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Stores' names and time zones in MongoDB. */
public final class MongoStores implements Stores {
    private static final String STORES = "stores";
    private static final String SOURCE = "store";
    private final MongoTemplate mongo;

    public MongoStores(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private MongoCollection<Document> stores() {
        return mongo.getCollection(STORES);
    }

    private Optional<Document> find(StoreId store) {
        return Optional.ofNullable(
                stores().find(Filters.eq("_id", store.value())).first());
    }

    @Override
    public ZoneId zoneOf(StoreId store) {
        return find(store).map(kept -> ZoneId.of(kept.getString("zone"))).orElse(ZoneOffset.UTC);
    }

    @Override
    public Optional<String> nameOf(StoreId store) {
        return find(store).map(kept -> kept.getString("name"));
    }

    @Override
    public void learn(StoreId store, String name, ZoneId zone, long sequence) {
        Bson older = Filters.and(Filters.eq("_id", store.value()), Inbox.guard(SOURCE, sequence));
        Bson state = Updates.combine(
                Updates.set("name", name), Updates.set("zone", zone.getId()), Inbox.mark(SOURCE, sequence));
        try {
            mongo.execute(STORES, kept -> kept.updateOne(older, state, new UpdateOptions().upsert(true)));
        } catch (DuplicateKeyException later) {
            // A later state is kept already: the guard did not match, and the insert found the id taken.
        }
    }
}
