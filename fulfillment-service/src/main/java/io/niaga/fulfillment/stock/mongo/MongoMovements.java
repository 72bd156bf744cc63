package io.niaga.fulfillment.stock.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.niaga.fulfillment.stock.Movement;
import io.niaga.fulfillment.stock.Movements;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Movements by the id that follows from their row's write. */
public final class MongoMovements implements Movements {
    private static final String COLLECTION = "movements";
    private final MongoTemplate mongo;

    public MongoMovements(MongoTemplate mongo) {
        this.mongo = mongo;
        all().createIndex(Indexes.compoundIndex(Indexes.ascending("storeId"), Indexes.descending("at", "_id")));
        all().createIndex(Indexes.compoundIndex(Indexes.ascending("storeId", "sku"), Indexes.descending("at", "_id")));
    }

    private MongoCollection<Document> all() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public void add(Movement m) {
        try {
            mongo.insert(document(m), COLLECTION);
        } catch (DuplicateKeyException known) {
            // The same movement, written down before.
        }
    }

    @Override
    public Page<Movement> list(Listing listing) {
        List<Bson> filters =
                new ArrayList<>(List.of(Filters.eq("storeId", listing.store().value())));
        if (listing.sku() != null) {
            filters.add(Filters.eq("sku", listing.sku().value()));
        }
        if (listing.warehouse() != null) {
            filters.add(Filters.eq("warehouseId", listing.warehouse().value()));
        }
        if (listing.after() != null) {
            filters.add(before(listing.after()));
        }
        List<Movement> found = all().find(Filters.and(filters))
                .sort(Sorts.descending("at", "_id"))
                .limit(listing.limit() + 1)
                .map(MongoMovements::read)
                .into(new ArrayList<>());
        List<Movement> items = found.subList(0, Math.min(found.size(), listing.limit()));
        return new Page<>(items, found.size() > items.size() ? cursor(items.getLast()) : null);
    }

    private static String cursor(Movement last) {
        return last.at().toEpochMilli() + " " + last.id();
    }

    private static Bson before(String cursor) {
        int space = cursor.indexOf(' ');
        if (space < 1 || !cursor.substring(0, space).matches("[0-9]{1,15}")) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", "after");
        }
        Date at = Date.from(Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, space))));
        return Filters.or(
                Filters.lt("at", at),
                Filters.and(Filters.eq("at", at), Filters.lt("_id", cursor.substring(space + 1))));
    }

    private static Document document(Movement m) {
        UserId person = m.onBehalfOf();
        return new Document("_id", m.id())
                .append("storeId", m.key().store().value())
                .append("sku", m.key().sku().value())
                .append("warehouseId", m.key().warehouse().value())
                .append("row", m.key().toString())
                .append("reason", m.reason().code())
                .append("onHandBefore", m.onHand().before())
                .append("onHandAfter", m.onHand().after())
                .append("safetyBefore", m.safety().before())
                .append("safetyAfter", m.safety().after())
                .append("damagedBefore", m.damaged().before())
                .append("damagedAfter", m.damaged().after())
                .append("reference", m.reference())
                .append("actor", m.actor())
                .append("onBehalfOf", person == null ? null : person.value())
                .append("at", Date.from(m.at()));
    }

    private static Movement read(Document d) {
        String person = d.getString("onBehalfOf");
        return new Movement(
                d.getString("_id"),
                StockKey.parse(d.getString("row")),
                Reason.of(d.getString("reason")),
                new Movement.Level(d.getInteger("onHandBefore"), d.getInteger("onHandAfter")),
                new Movement.Level(d.getInteger("safetyBefore"), d.getInteger("safetyAfter")),
                new Movement.Level(d.getInteger("damagedBefore", 0), d.getInteger("damagedAfter", 0)),
                d.getString("reference"),
                d.getString("actor"),
                person == null ? null : UserId.of(person),
                Objects.requireNonNull(d.getDate("at")).toInstant());
    }
}
