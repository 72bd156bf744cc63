package io.niaga.fulfillment.promise.mongo;

import io.niaga.fulfillment.promise.ShippingTable;
import io.niaga.fulfillment.promise.ShippingTableChanged;
import io.niaga.fulfillment.promise.ShippingTables;
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
public final class MongoShippingTables implements ShippingTables {
    private final OutboxCollection collection;
    private final Function<ShippingTableChanged, List<Outgoing>> told;

    public MongoShippingTables(OutboxCollection collection, Function<ShippingTableChanged, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
    }

    @Override
    public Optional<ShippingTable> find(StoreId store) {
        return Optional.ofNullable(collection.findById(store.value()))
                .map(d -> ShippingTableMapping.read(d, OutboxCollection.revision(d)));
    }

    @Override
    public boolean save(ShippingTableChanged change) {
        ShippingTable table = change.after();
        String id = table.store().value();
        Document fields = ShippingTableMapping.fields(table);
        if (!table.revision().equals(Revision.NEW)) {
            return collection.update(id, table.revision(), new Document("$set", fields), told.apply(change));
        }
        try {
            Document document = new Document("_id", id).append("schemaVersion", 1);
            document.putAll(fields);
            collection.insert(document, told.apply(change));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }
}
