package io.niaga.fulfillment.warehouse.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.Warehouse;
import io.niaga.fulfillment.warehouse.WarehouseChanged;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;

/** One document per store, by the store's id. */
public final class MongoWarehouses implements Warehouses {
    private static final String ID = "warehouses.id";
    private final OutboxCollection collection;
    private final Function<WarehouseChanged, List<Outgoing>> told;

    public MongoWarehouses(OutboxCollection collection, Function<WarehouseChanged, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending(ID), new IndexOptions().unique(true));
    }

    @Override
    public Optional<StoreWarehouses> ofStore(StoreId store) {
        return Optional.ofNullable(collection.findById(store.value())).map(MongoWarehouses::read);
    }

    @Override
    public Optional<StoreWarehouses> holding(WarehouseId id) {
        return Optional.ofNullable(collection
                        .raw()
                        .find(Filters.eq(ID, id.value()))
                        .projection(OutboxCollection.hidden())
                        .first())
                .map(MongoWarehouses::read);
    }

    @Override
    public boolean save(StoreWarehouses changed, WarehouseChanged fact) {
        Document fields = fields(changed);
        try {
            if (changed.revision().equals(Revision.NEW)) {
                collection.insert(
                        new Document("_id", changed.store().value())
                                .append("schemaVersion", 1)
                                .append("warehouses", fields.get("warehouses"))
                                .append("byDefault", fields.get("byDefault")),
                        told.apply(fact));
                return true;
            }
            return collection.update(
                    changed.store().value(), changed.revision(), new Document("$set", fields), told.apply(fact));
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private static Document fields(StoreWarehouses warehouses) {
        List<Document> all = warehouses.all().stream()
                .map(w -> new Document("id", w.id().value())
                        .append("name", w.name())
                        .append("countryCode", w.countryCode()))
                .toList();
        return new Document("warehouses", all)
                .append("byDefault", warehouses.byDefault().value());
    }

    private static StoreWarehouses read(Document document) {
        List<Warehouse> all = document.getList("warehouses", Document.class).stream()
                .map(d -> new Warehouse(
                        WarehouseId.of(d.getString("id")), d.getString("name"), d.getString("countryCode")))
                .toList();
        return new StoreWarehouses(
                StoreId.of(document.getString("_id")),
                all,
                WarehouseId.of(document.getString("byDefault")),
                OutboxCollection.revision(document));
    }
}
