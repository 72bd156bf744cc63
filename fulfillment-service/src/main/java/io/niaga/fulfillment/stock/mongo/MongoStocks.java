package io.niaga.fulfillment.stock.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.niaga.fulfillment.stock.Availability;
import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockChange;
import io.niaga.fulfillment.stock.StockFact;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;

/** One document per row, by the row's key. */
public final class MongoStocks implements Stocks {
    private static final String VERSION = "version";
    private static final Bson UNSORTED = new Document();
    private static final String OPERATION_NAMES = StockMapping.OPERATIONS + ".id";
    private static final String OPERATION_TIMES = StockMapping.OPERATIONS + ".at";
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).projection(OutboxCollection.hidden());

    private final OutboxCollection collection;
    private final Function<List<StockFact>, List<Outgoing>> told;
    private final Parallel parallel;

    public MongoStocks(OutboxCollection collection, Function<List<StockFact>, List<Outgoing>> told, Parallel parallel) {
        this.collection = collection;
        this.told = told;
        this.parallel = parallel;
        rows().createIndex(Indexes.ascending("storeId", "sku"));
        rows().createIndex(Indexes.ascending(OPERATION_TIMES), new IndexOptions().sparse(true));
    }

    /** What a row says on its state topic when it must say it again. */
    public static Function<Document, List<Outgoing>> lastWord(
            BiFunction<StockKey, Availability, Outgoing> availability) {
        return document -> {
            Stock row = StockMapping.read(document);
            Availability told = row.told();
            return told == null ? List.of() : List.of(availability.apply(row.key(), told));
        };
    }

    private MongoCollection<Document> rows() {
        return collection.raw();
    }

    @Override
    public Optional<Stock> find(StockKey key) {
        return Optional.ofNullable(collection.findById(key.toString())).map(StockMapping::read);
    }

    @Override
    public List<Stock> findAll(Collection<StockKey> keys) {
        return read(Filters.in("_id", keys.stream().map(StockKey::toString).toList()), UNSORTED, 0);
    }

    @Override
    public List<Stock> of(StoreId store, Collection<Sku> skus) {
        List<String> names = skus.stream().map(Sku::value).sorted().toList();
        return read(Filters.and(Filters.eq("storeId", store.value()), Filters.in("sku", names)), UNSORTED, 0);
    }

    @Override
    public Page<Stock> list(Listing listing) {
        String first = listing.store() + "/";
        String after = listing.after() == null ? first : listing.after();
        if (!after.startsWith(first)) {
            // A cursor is not signed, and this one is a bound of what is read: it stays within the store.
            throw CommonProblem.INVALID_PARAMETER.with("parameter", "after");
        }
        List<Bson> filters = new ArrayList<>(
                List.of(Filters.gt("_id", after), Filters.lt("_id", listing.store() + "0"))); // '/' + 1 is '0'
        if (listing.warehouse() != null) {
            filters.add(Filters.eq("warehouseId", listing.warehouse().value()));
        }
        List<Stock> found = read(Filters.and(filters), Sorts.ascending("_id"), listing.limit() + 1);
        List<Stock> items = found.subList(0, Math.min(found.size(), listing.limit()));
        return new Page<>(
                items, found.size() > items.size() ? items.getLast().key().toString() : null);
    }

    @Override
    public boolean save(StockChange change) {
        Stock stock = change.stock();
        List<Outgoing> events = told.apply(change.facts());
        if (!stock.isNew()) {
            Document changes = new Document("$set", StockMapping.fields(stock));
            return collection.update(stock.key().toString(), stock.revision(), changes, events);
        }
        try {
            collection.insert(StockMapping.of(stock), events);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public List<Boolean> saveAll(List<StockChange> changes) {
        return parallel.map(changes, this::save);
    }

    @Override
    public Optional<Stock> take(StockKey key, Operation operation) {
        Bson enough = Filters.and(
                Filters.eq("_id", key.toString()),
                Filters.gte(StockMapping.AVAILABLE, operation.units()),
                Filters.ne(OPERATION_NAMES, operation.name()));
        Bson taken = Updates.combine(
                Updates.inc(StockMapping.AVAILABLE, -operation.units()),
                Updates.inc(StockMapping.RESERVED, operation.units()),
                Updates.inc(VERSION, 1L),
                Updates.push(StockMapping.OPERATIONS, StockMapping.operation(operation)));
        return Optional.ofNullable(rows().findOneAndUpdate(enough, taken, AFTER))
                .map(StockMapping::read);
    }

    @Override
    public void forget(Collection<Mark> finished) {
        List<UpdateOneModel<Document>> pulls = finished.stream()
                .map(m -> new UpdateOneModel<Document>(
                        Filters.and(Filters.eq("_id", m.key().toString()), Filters.eq(OPERATION_NAMES, m.operation())),
                        Updates.combine(
                                Updates.pull(StockMapping.OPERATIONS, new Document("id", m.operation())),
                                Updates.inc(VERSION, 1L))))
                .toList();
        if (!pulls.isEmpty()) {
            rows().bulkWrite(pulls);
        }
    }

    @Override
    public List<Stock> withOperationsBefore(Instant instant, int limit) {
        return read(Filters.lt(OPERATION_TIMES, Date.from(instant)), UNSORTED, limit);
    }

    private List<Stock> read(Bson filter, Bson sort, int limit) {
        return rows().find(filter)
                .projection(OutboxCollection.hidden())
                .sort(sort)
                .limit(limit)
                .map(StockMapping::read)
                .into(new ArrayList<>());
    }
}
