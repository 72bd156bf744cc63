package io.niaga.orders.order.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.niaga.messaging.OutboxCollection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderLists;
import io.niaga.orders.order.OrderNumber;
import io.niaga.types.CommonProblem;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Lists of orders along their indexes: newest first, or the earliest change first; then by id. */
public final class MongoOrderLists implements OrderLists {
    private static final Bson NEWEST = Sorts.descending(OrderFields.PLACED_AT, OrderFields.ID);
    private static final Bson EARLIEST = Sorts.ascending(OrderFields.CHANGED_AT, OrderFields.ID);
    private static final int BATCH = 500;
    private static final int BATCHES = 20;

    private final MongoCollection<Document> raw;
    private final Function<Document, Order> read;

    public MongoOrderLists(OutboxCollection documents, MongoOrders orders) {
        this.raw = documents.raw();
        this.read = orders::order;
    }

    @Override
    public Found ofCustomer(UserId customer, Filter filter, Slice slice) {
        if (filter.number() != null) {
            return numbered(
                    filter,
                    slice,
                    order -> customer.equals(order.terms().buyer().account()));
        }
        return page(Filters.eq(OrderFields.CUSTOMER, customer.value()), filter, slice);
    }

    @Override
    public Found ofStore(StoreId store, Filter filter, Slice slice) {
        if (filter.number() != null) {
            return numbered(
                    filter,
                    slice,
                    order -> store.equals(order.terms().storefront().store()));
        }
        return page(Filters.eq(OrderFields.STORE, store.value()), filter, slice);
    }

    /** The one order that has the number, if it is one of theirs and everything else is true of it too. */
    private Found numbered(Filter filter, Slice slice, Predicate<Order> theirs) {
        OrderNumber number = Objects.requireNonNull(filter.number());
        Position after = slice.after();
        List<Order> found = raw
                .find(Filters.eq(OrderFields.NUMBER, number.value()))
                .projection(OutboxCollection.hidden())
                .map(read::apply)
                .into(new ArrayList<>())
                .stream()
                .filter(order -> order.state().isListed())
                .filter(theirs)
                .filter(filter::admits)
                .filter(order -> after == null || placed(order).isBehind(after))
                .toList();
        return new Found(found, null);
    }

    private Found page(Bson theirs, Filter filter, Slice slice) {
        List<Bson> filters = new ArrayList<>(List.of(theirs, Filters.eq(OrderFields.LISTED, true)));
        if (filter.state() != null) {
            filters.add(Filters.eq(OrderFields.STATE, filter.state()));
        }
        within(OrderFields.PLACED_AT, filter.placed(), filters);
        Position after = slice.after();
        if (after != null) {
            Date at = Date.from(after.at());
            filters.add(Filters.or(
                    Filters.lt(OrderFields.PLACED_AT, at),
                    Filters.and(
                            Filters.eq(OrderFields.PLACED_AT, at),
                            Filters.lt(OrderFields.ID, after.id().value()))));
        }
        return found(filters, NEWEST, slice, MongoOrderLists::placed);
    }

    @Override
    public Found changed(StoreId store, Period period, Slice slice) {
        stampOld(store);
        List<Bson> filters = new ArrayList<>(
                List.of(Filters.eq(OrderFields.STORE, store.value()), Filters.eq(OrderFields.LISTED, true)));
        within(OrderFields.CHANGED_AT, period, filters);
        Position after = slice.after();
        if (after != null) {
            Date at = Date.from(after.at());
            // Said by itself, too: where it begins in the index.
            filters.add(Filters.gte(OrderFields.CHANGED_AT, at));
            filters.add(Filters.or(
                    Filters.gt(OrderFields.CHANGED_AT, at),
                    Filters.and(
                            Filters.eq(OrderFields.CHANGED_AT, at),
                            Filters.gt(OrderFields.ID, after.id().value()))));
        }
        return found(filters, EARLIEST, slice, order -> new Position(order.changedAt(), order.id()));
    }

    /** Orders that an older version wrote last have no moment of their change to be found by: here they get it, once. */
    private void stampOld(StoreId store) {
        Bson old = Filters.and(
                Filters.eq(OrderFields.STORE, store.value()),
                Filters.eq(OrderFields.LISTED, true),
                Filters.eq(OrderFields.CHANGED_AT, null));
        for (int i = 0; i < BATCHES; i++) {
            List<UpdateOneModel<Document>> stamps = raw.find(old)
                    .projection(Projections.include("timeline", "terms.placedAt"))
                    .limit(BATCH)
                    .map(MongoOrderLists::stamp)
                    .into(new ArrayList<>());
            if (stamps.isEmpty()) {
                return;
            }
            raw.bulkWrite(stamps);
        }
        throw CommonProblem.SERVICE_UNAVAILABLE.now();
    }

    private static UpdateOneModel<Document> stamp(Document found) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq(OrderFields.ID, found.getString(OrderFields.ID)),
                        Filters.eq(OrderFields.CHANGED_AT, null)),
                Updates.set(OrderFields.CHANGED_AT, Date.from(OrderUpgrade.lastMoment(found))));
    }

    private static Position placed(Order order) {
        return new Position(order.terms().placedAt(), order.id());
    }

    private Found found(List<Bson> filters, Bson sort, Slice slice, Function<Order, Position> position) {
        List<Order> found = raw.find(Filters.and(filters))
                .projection(OutboxCollection.hidden())
                .sort(sort)
                .limit(slice.limit() + 1)
                .map(read::apply)
                .into(new ArrayList<>());
        boolean more = found.size() > slice.limit();
        List<Order> items = more ? found.subList(0, slice.limit()) : found;
        return new Found(items, more ? position.apply(items.getLast()) : null);
    }

    private static void within(String field, Period period, List<Bson> filters) {
        if (period.from() != null) {
            filters.add(Filters.gte(field, Date.from(period.from())));
        }
        if (period.to() != null) {
            filters.add(Filters.lte(field, Date.from(period.to())));
        }
    }
}
