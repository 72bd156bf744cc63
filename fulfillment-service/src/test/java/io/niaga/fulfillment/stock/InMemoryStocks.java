package io.niaga.fulfillment.stock;

import io.niaga.types.Page;
import io.niaga.types.Revision;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows in memory, each method atomic, with the facts that were told. */
public final class InMemoryStocks implements Stocks {
    private final SortedMap<StockKey, Stock> rows = new TreeMap<>();
    private final List<StockFact> facts = new ArrayList<>();

    @Override
    public synchronized Optional<Stock> find(StockKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public synchronized List<Stock> findAll(Collection<StockKey> keys) {
        return rows.values().stream().filter(r -> keys.contains(r.key())).toList();
    }

    @Override
    public synchronized List<Stock> of(StoreId store, Collection<Sku> skus) {
        return rows.values().stream()
                .filter(r ->
                        r.key().store().equals(store) && skus.contains(r.key().sku()))
                .toList();
    }

    @Override
    public synchronized Page<Stock> list(Listing listing) {
        return new Page<>(List.copyOf(rows.values()), null);
    }

    @Override
    public synchronized boolean save(StockChange change) {
        StockKey key = change.stock().key();
        Stock known = rows.get(key);
        Revision seen = known == null ? Revision.NEW : known.revision();
        if (!seen.equals(change.stock().revision())) {
            return false;
        }
        put(change.stock());
        facts.addAll(change.facts());
        return true;
    }

    @Override
    public List<Boolean> saveAll(List<StockChange> changes) {
        return changes.stream().map(this::save).toList();
    }

    @Override
    public synchronized Optional<Stock> take(StockKey key, Operation operation) {
        return find(key)
                .filter(r -> r.buckets().available() >= operation.units() && !r.holds(operation.name()))
                .map(r -> put(r.with(r.buckets().taken(operation.units()), operation.at())
                        .with(operation)));
    }

    @Override
    public synchronized void forget(Collection<Mark> finished) {
        finished.forEach(mark -> find(mark.key())
                .filter(r -> r.holds(mark.operation()))
                .ifPresent(r -> put(r.without(mark.operation()))));
    }

    @Override
    public synchronized List<Stock> withOperationsBefore(Instant instant, int limit) {
        return rows.values().stream()
                .filter(r -> r.operations().stream().anyMatch(o -> o.at().isBefore(instant)))
                .limit(limit)
                .toList();
    }

    public synchronized List<Stock> all() {
        return List.copyOf(rows.values());
    }

    public synchronized List<StockFact> facts() {
        return List.copyOf(facts);
    }

    private Stock put(Stock row) {
        Revision next = new Revision(row.revision().version() + 1, 0, true);
        Stock kept = new Stock(
                row.key(), row.buckets(), row.reorderPoint(), row.told(), row.operations(), row.changedAt(), next);
        rows.put(row.key(), kept);
        return kept;
    }
}
