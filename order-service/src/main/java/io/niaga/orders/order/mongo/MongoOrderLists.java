package io.niaga.orders.order.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.niaga.messaging.OutboxCollection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderLists;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists of orders along their indexes: newest first, then by id. */
public final class MongoOrderLists implements OrderLists {
    private static final Bson NEWEST = Sorts.descending(OrderFields.PLACED_AT, OrderFields.ID);

    private final MongoCollection<Document> raw;
    private final Function<Document, Order> read;

    public MongoOrderLists(OutboxCollection documents, MongoOrders orders) {
        this.raw = documents.raw();
        this.read = orders::order;
    }

    @Override
    public Found ofCustomer(UserId customer, Slice slice) {
        return page(List.of(Filters.eq(OrderFields.CUSTOMER, customer.value())), slice);
    }

    @Override
    public Found ofStore(StoreId store, @Nullable String state, Slice slice) {
        Bson inStore = Filters.eq(OrderFields.STORE, store.value());
        return page(state == null ? List.of(inStore) : List.of(inStore, Filters.eq(OrderFields.STATE, state)), slice);
    }

    private Found page(List<Bson> wanted, Slice slice) {
        List<Bson> filters = new ArrayList<>(wanted);
        filters.add(Filters.eq(OrderFields.LISTED, true));
        Position after = slice.after();
        if (after != null) {
            Date at = Date.from(after.placedAt());
            filters.add(Filters.or(
                    Filters.lt(OrderFields.PLACED_AT, at),
                    Filters.and(
                            Filters.eq(OrderFields.PLACED_AT, at),
                            Filters.lt(OrderFields.ID, after.id().value()))));
        }
        List<Order> found = raw.find(Filters.and(filters))
                .projection(OutboxCollection.hidden())
                .sort(NEWEST)
                .limit(slice.limit() + 1)
                .map(read::apply)
                .into(new ArrayList<>());
        boolean more = found.size() > slice.limit();
        List<Order> items = more ? found.subList(0, slice.limit()) : found;
        return new Found(items, more ? Position.of(items.getLast()) : null);
    }
}
