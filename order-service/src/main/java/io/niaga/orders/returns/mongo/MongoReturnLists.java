package io.niaga.orders.returns.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.returns.ReturnLists;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One document per return: {@code {_id, order, store, customer, requestedAt, listed, state, attention, version}}; listed once
 * its order has it, which the order's outbox tells.
 */
public final class MongoReturnLists implements ReturnLists {
    private static final String ID = "_id";
    private static final String ORDER = "order";
    private static final String STORE = "store";
    private static final String CUSTOMER = "customer";
    private static final String REQUESTED_AT = "requestedAt";
    private static final String LISTED = "listed";
    private static final String STATE = "state";
    private static final String ATTENTION = "attention";
    private static final String VERSION = "version";
    private static final Bson NEWEST = Sorts.descending(REQUESTED_AT, ID);

    private final MongoCollection<Document> documents;

    public MongoReturnLists(MongoCollection<Document> documents) {
        this.documents = documents;
        Bson newest = Indexes.descending(REQUESTED_AT, ID);
        for (String whose : List.of(CUSTOMER, STORE)) {
            documents.createIndex(Indexes.compoundIndex(Indexes.ascending(whose, LISTED), newest));
            documents.createIndex(Indexes.compoundIndex(Indexes.ascending(whose, LISTED, STATE), newest));
            documents.createIndex(Indexes.compoundIndex(Indexes.ascending(whose, LISTED, ATTENTION), newest));
            documents.createIndex(Indexes.compoundIndex(Indexes.ascending(whose, LISTED, ATTENTION, STATE), newest));
        }
    }

    @Override
    public void announce(Entry entry) {
        Document document = new Document(ID, entry.id().value())
                .append(ORDER, entry.order().value())
                .append(STORE, entry.store().value())
                .append(LISTED, false)
                .append(REQUESTED_AT, Date.from(entry.requestedAt()))
                .append(VERSION, 0L);
        UserId customer = entry.customer();
        if (customer != null) {
            document.append(CUSTOMER, customer.value());
        }
        try {
            documents.insertOne(document);
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    @Override
    public void follow(ReturnId id, String state, boolean attention, long version) {
        documents.updateOne(
                Filters.and(Filters.eq(ID, id.value()), Filters.lt(VERSION, version)),
                Updates.combine(
                        Updates.set(LISTED, true),
                        Updates.set(STATE, state),
                        Updates.set(ATTENTION, attention),
                        Updates.set(VERSION, version)));
    }

    @Override
    public Optional<OrderId> orderOf(ReturnId id) {
        return Optional.ofNullable(documents.find(Filters.eq(ID, id.value())).first())
                .map(found -> OrderId.of(found.getString(ORDER)));
    }

    @Override
    public Found ofStore(StoreId store, Filter filter, Slice slice) {
        return page(Filters.eq(STORE, store.value()), filter, slice);
    }

    @Override
    public Found ofCustomer(UserId customer, Filter filter, Slice slice) {
        return page(Filters.eq(CUSTOMER, customer.value()), filter, slice);
    }

    private Found page(Bson theirs, Filter filter, Slice slice) {
        List<Bson> filters = new ArrayList<>(List.of(theirs, Filters.eq(LISTED, true)));
        if (filter.state() != null) {
            filters.add(Filters.eq(STATE, filter.state()));
        }
        if (filter.attention()) {
            filters.add(Filters.eq(ATTENTION, true));
        }
        Entry after = slice.after();
        if (after != null) {
            Date at = Date.from(after.requestedAt());
            filters.add(Filters.or(
                    Filters.lt(REQUESTED_AT, at),
                    Filters.and(
                            Filters.eq(REQUESTED_AT, at),
                            Filters.lt(ID, after.id().value()))));
        }
        List<Entry> found = documents
                .find(Filters.and(filters))
                .sort(NEWEST)
                .limit(slice.limit() + 1)
                .map(MongoReturnLists::entry)
                .into(new ArrayList<>());
        boolean more = found.size() > slice.limit();
        List<Entry> items = more ? found.subList(0, slice.limit()) : found;
        return new Found(items, more ? items.getLast() : null);
    }

    private static Entry entry(Document found) {
        String customer = found.getString(CUSTOMER);
        return new Entry(
                ReturnId.of(found.getString(ID)),
                OrderId.of(found.getString(ORDER)),
                StoreId.of(found.getString(STORE)),
                customer == null ? null : UserId.of(customer),
                found.getDate(REQUESTED_AT).toInstant());
    }
}
