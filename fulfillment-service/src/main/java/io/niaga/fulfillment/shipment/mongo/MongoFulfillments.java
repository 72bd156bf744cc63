package io.niaga.fulfillment.shipment.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.Fulfillment;
import io.niaga.fulfillment.shipment.FulfillmentChange;
import io.niaga.fulfillment.shipment.FulfillmentId;
import io.niaga.fulfillment.shipment.FulfillmentProblem;
import io.niaga.fulfillment.shipment.Fulfillments;
import io.niaga.fulfillment.shipment.Parcel;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Page;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** One document per fulfillment, its parcels within. */
public final class MongoFulfillments implements Fulfillments {
    private static final String TRACKING = "parcels.tracking";
    private static final Bson BY_NUMBER = Indexes.ascending(TRACKING, "parcels.carrier");
    /** An index of before, when there was but one carrier: two may use the same number. */
    private static final String ONE_OF_ALL_CARRIERS = TRACKING + "_1";

    private static final int INDEX_NOT_FOUND = 27;
    private final OutboxCollection collection;
    private final Function<FulfillmentChange, List<Outgoing>> told;

    public MongoFulfillments(OutboxCollection collection, Function<FulfillmentChange, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        var all = collection.raw();
        all.createIndex(BY_NUMBER, new IndexOptions().unique(true).sparse(true));
        drop(all, ONE_OF_ALL_CARRIERS);
        all.createIndex(Indexes.ascending(FulfillmentMapping.STORE, FulfillmentMapping.SHOWN, "_id"));
        all.createIndex(Indexes.ascending(FulfillmentMapping.STATE, FulfillmentMapping.STORE, "_id"));
    }

    /** It may be gone already, or another replica drops it at the same moment. */
    private static void drop(MongoCollection<Document> all, String index) {
        for (Document known : all.listIndexes()) {
            if (index.equals(known.getString("name"))) {
                try {
                    all.dropIndex(index);
                } catch (MongoCommandException gone) {
                    if (gone.getErrorCode() != INDEX_NOT_FOUND) {
                        throw gone;
                    }
                }
            }
        }
    }

    @Override
    public Optional<Fulfillment> find(FulfillmentId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(FulfillmentMapping::read);
    }

    @Override
    public Optional<Fulfillment> carrying(TrackingNumber tracking, @Nullable String carrier) {
        Bson number = Filters.eq("tracking", tracking.value());
        Bson which = carrier == null ? number : Filters.and(number, Filters.eq("carrier", carrier));
        // Along the numbers: wanted is one, and looking for it in the order of ids would pass all that are older.
        return Optional.ofNullable(collection
                        .raw()
                        .find(Filters.elemMatch("parcels", which))
                        .hint(BY_NUMBER)
                        .projection(OutboxCollection.hidden())
                        .sort(Sorts.ascending("_id"))
                        .first())
                .map(FulfillmentMapping::read);
    }

    @Override
    public boolean save(FulfillmentChange change) {
        Fulfillment f = change.fulfillment();
        List<Outgoing> events = told.apply(change);
        if (!f.revision().equals(Revision.NEW)) {
            return update(f, events);
        }
        try {
            collection.insert(FulfillmentMapping.of(f), events);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    private boolean update(Fulfillment f, List<Outgoing> events) {
        try {
            Document changes = new Document("$set", FulfillmentMapping.fields(f));
            return collection.update(f.id().value(), f.revision(), changes, events);
        } catch (DuplicateKeyException taken) {
            Parcel parcel = f.state().parcels().getLast();
            throw FulfillmentProblem.taken(parcel.tracking(), parcel.carrier());
        }
    }

    @Override
    public Page<Fulfillment> list(Listing listing) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.eq(FulfillmentMapping.SHOWN, true)));
        StoreId store = listing.store();
        String state = listing.state();
        String after = listing.after();
        if (store != null) {
            filters.add(Filters.eq(FulfillmentMapping.STORE, store.value()));
        }
        if (state != null) {
            filters.add(Filters.eq(FulfillmentMapping.STATE, state));
        }
        if (after != null) {
            filters.add(Filters.gt("_id", after));
        }
        List<Fulfillment> found = read(Filters.and(filters), listing.limit() + 1);
        List<Fulfillment> items = found.subList(0, Math.min(found.size(), listing.limit()));
        return new Page<>(
                items, found.size() > items.size() ? items.getLast().id().value() : null);
    }

    @Override
    public List<Fulfillment> waiting(int limit) {
        return read(Filters.eq(FulfillmentMapping.STATE, "PAYMENT_ASSURED"), limit);
    }

    @Override
    public List<FulfillmentId> endingShort(@Nullable FulfillmentId after, int limit) {
        Bson ending = Filters.eq(FulfillmentMapping.STATE, "ENDING_SHORT");
        return collection
                .raw()
                .find(after == null ? ending : Filters.and(ending, Filters.gt("_id", after.value())))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(d -> FulfillmentId.of(d.getString("_id")))
                .into(new ArrayList<>());
    }

    private List<Fulfillment> read(Bson filter, int limit) {
        return collection
                .raw()
                .find(filter)
                .projection(OutboxCollection.hidden())
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(FulfillmentMapping::read)
                .into(new ArrayList<>());
    }
}
