package io.niaga.reporting.conversion.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.reporting.conversion.Stores;
import io.niaga.types.StoreId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Stores' names and time zones in MongoDB. */
public final class MongoStores implements Stores {
    private final MongoTemplate mongo;

    public MongoStores(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private MongoCollection<Document> stores() {
        return mongo.getCollection("stores");
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
    public void learn(StoreId store, String name, ZoneId zone) {
        stores().updateOne(
                        Filters.eq("_id", store.value()),
                        Updates.combine(Updates.set("name", name), Updates.set("zone", zone.getId())),
                        new UpdateOptions().upsert(true));
    }
}
