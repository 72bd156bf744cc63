package io.niaga.catalog.availability.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.niaga.catalog.availability.Availabilities;
import io.niaga.catalog.availability.Availability;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document per SKU, {@code store/sku}, with what each warehouse told last. */
public final class MongoAvailabilities implements Availabilities {
    private final MongoCollection<Document> skus;

    public MongoAvailabilities(MongoTemplate mongo) {
        this.skus = mongo.getDb().getCollection("availability");
    }

    @Override
    public Map<Sku, Availability> of(StoreId store, Collection<Sku> wanted) {
        Map<Sku, Availability> best = new HashMap<>();
        wanted.forEach(sku -> best.put(sku, Availability.OUT));
        List<String> ids = wanted.stream().map(sku -> id(store, sku)).toList();
        for (Document found : skus.find(Filters.in("_id", ids))) {
            best.put(Sku.of(found.getString("_id").substring(store.value().length() + 1)), best(found));
        }
        return best;
    }

    private static Availability best(Document sku) {
        Availability best = Availability.OUT;
        for (Object warehouse : sku.get("warehouses", new Document()).values()) {
            if (warehouse instanceof Document told && told.containsKey("is")) {
                Availability here = Availability.valueOf(told.getString("is"));
                best = here.compareTo(best) < 0 ? here : best;
            }
        }
        return best;
    }

    @Override
    public void keep(List<Told> told) {
        Map<String, Told> last = new LinkedHashMap<>();
        for (Told each : told) {
            last.merge(
                    id(each.store(), each.sku()) + " " + each.warehouse(),
                    each,
                    (known, other) -> other.sequence() > known.sequence() ? other : known);
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        last.values().forEach(each -> writes.add(write(each)));
        try {
            skus.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            // Later news are known: the guard did not match, and the insert found the id taken.
            if (some.getWriteErrors().stream().anyMatch(e -> e.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    private static UpdateOneModel<Document> write(Told told) {
        String place = "warehouses." + told.warehouse();
        Bson newer = new Document("_id", id(told.store(), told.sku()))
                .append(place + ".seq", new Document("$not", new Document("$gte", told.sequence())));
        Document now = new Document("seq", told.sequence());
        if (told.availability() != null) {
            now.append("is", told.availability().name());
        }
        return new UpdateOneModel<>(
                newer, new Document("$set", new Document(place, now)), new UpdateOptions().upsert(true));
    }

    private static String id(StoreId store, Sku sku) {
        return store.value() + "/" + sku.value();
    }
}
