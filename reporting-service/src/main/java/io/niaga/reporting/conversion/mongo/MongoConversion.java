package io.niaga.reporting.conversion.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.reporting.conversion.Deed;
import io.niaga.reporting.conversion.Placements;
import io.niaga.reporting.conversion.Visit;
import io.niaga.reporting.conversion.Visits;
import io.niaga.types.CommonProblem;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Sessions and placed orders in MongoDB, and the marks on the days they touch. Whoever changes one marks its day afterwards;
 * so whatever a fold does not see yet will mark the day once more.
 */
public final class MongoConversion implements Visits, Placements {
    private static final int TRIES = 8;
    private final MongoTemplate mongo;

    public MongoConversion(MongoTemplate mongo) {
        this.mongo = mongo;
        visits().createIndex(Indexes.ascending("storeId", "day"));
        visits().createIndex(Indexes.ascending("orders"));
        placements().createIndex(Indexes.ascending("storeId", "day"));
        days().createIndex(Indexes.ascending("storeId", "day"));
        days().createIndex(Indexes.ascending("forgotten", "day"));
    }

    MongoCollection<Document> visits() {
        return mongo.getCollection("visits");
    }

    MongoCollection<Document> placements() {
        return mongo.getCollection("placements");
    }

    MongoCollection<Document> days() {
        return mongo.getCollection("conversion_days");
    }

    @Override
    public void add(StoreId store, LocalDate day, String session, List<Deed> deeds) {
        String id = dayId(store, day) + "/" + session;
        for (int i = 0; i < TRIES; i++) {
            Document known = visits().find(Filters.eq("_id", id)).first();
            Visit before = known == null ? Visit.NONE : VisitMapping.toVisit(known);
            Visit after = before.with(deeds);
            if (after.equals(before) || write(id, known, VisitMapping.fields(store, day, after))) {
                return;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private boolean write(String id, @Nullable Document known, Document fields) {
        if (known == null) {
            Document fresh = new Document("_id", id).append("version", 1L);
            fresh.putAll(fields);
            return inserted(fresh, "visits");
        }
        Bson asRead = Filters.and(Filters.eq("_id", id), Filters.eq("version", known.getLong("version")));
        Bson changes = Updates.combine(new Document("$set", fields), Updates.inc("version", 1L));
        return visits().updateOne(asRead, changes).getModifiedCount() == 1;
    }

    private boolean inserted(Document fresh, String collection) {
        try {
            mongo.insert(fresh, collection);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public void mark(StoreId store, LocalDate day) {
        Bson mark = Updates.combine(
                Updates.inc("marks", 1L),
                Updates.setOnInsert("storeId", store.value()),
                Updates.setOnInsert("day", day.toString()),
                Updates.setOnInsert("closed", false),
                Updates.setOnInsert("forgotten", false));
        days().updateOne(Filters.eq("_id", dayId(store, day)), mark, new UpdateOptions().upsert(true));
    }

    @Override
    public void add(List<Placement> placed) {
        if (placed.isEmpty()) {
            return;
        }
        insertMissing(placed.stream()
                .map(order -> new Document("_id", order.orderId())
                        .append("storeId", order.store().value())
                        .append("day", order.day().toString()))
                .toList());
        Map<String, StoreId> stores =
                placed.stream().collect(Collectors.toMap(Placement::orderId, Placement::store, (one, same) -> one));
        Map<String, Runnable> marks = new LinkedHashMap<>();
        placed.forEach(order -> marks.put(dayId(order.store(), order.day()), () -> mark(order.store(), order.day())));
        for (Document visit : visits().find(Filters.in("orders", stores.keySet()))
                .projection(Projections.include("storeId", "day", "orders"))) {
            StoreId store = StoreId.of(visit.getString("storeId"));
            // What a session says of another store's order counts for nobody.
            if (visit.getList("orders", String.class).stream().anyMatch(order -> store.equals(stores.get(order)))) {
                LocalDate day = LocalDate.parse(visit.getString("day"));
                marks.put(dayId(store, day), () -> mark(store, day));
            }
        }
        marks.values().forEach(Runnable::run);
    }

    private void insertMissing(List<Document> fresh) {
        try {
            placements().insertMany(fresh, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            if (some.getWriteConcernError() != null
                    || some.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    static String dayId(StoreId store, LocalDate day) {
        return store + "/" + day;
    }
}
