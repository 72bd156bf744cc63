package io.niaga.fulfillment.stock;

import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.WarehouseProblem;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts of a whole import, into the store's default warehouse; each item stands for itself. */
@UseCase
public final class ImportCounts {
    private static final int TRIES = 200;
    private final Stocks stocks;
    private final Warehouses warehouses;
    private final LowStock low;
    private final Clock clock;

    public ImportCounts(Stocks stocks, Warehouses warehouses, LowStock low, Clock clock) {
        this.stocks = stocks;
        this.warehouses = warehouses;
        this.low = low;
        this.clock = clock;
    }

    /** One SKU's count. */
    public record Item(Sku sku, Quantity onHand) {}

    /** What became of an item. */
    public sealed interface Outcome {
        record Changed() implements Outcome {}

        record Unchanged() implements Outcome {}

        record Rejected(Problem problem) implements Outcome {}
    }

    /** One outcome per item, in their order. */
    public List<Outcome> count(Actor actor, StoreId store, Reason reason, List<Item> items) {
        Optional<StoreWarehouses> known = warehouses.ofStore(store);
        if (known.isEmpty()) {
            Outcome none = new Outcome.Rejected(WarehouseProblem.NO_WAREHOUSE);
            return items.stream().map(i -> none).toList();
        }
        Run run = new Run(actor, store, reason, known.get().byDefault(), items);
        for (int tries = 0; tries < TRIES && !run.isDone(); tries++) {
            run.step();
        }
        if (!run.isDone()) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        return List.copyOf(run.outcomes.values());
    }

    private final class Run {
        private final Actor actor;
        private final Reason reason;
        private final List<StockKey> keys;
        private final List<Item> items;
        private final SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
        private List<Integer> open;

        Run(Actor actor, StoreId store, Reason reason, WarehouseId warehouse, List<Item> items) {
            this.actor = actor;
            this.reason = reason;
            this.items = items;
            this.keys = items.stream()
                    .map(i -> new StockKey(store, i.sku(), warehouse))
                    .toList();
            this.open = IntStream.range(0, items.size()).boxed().toList();
        }

        boolean isDone() {
            return open.isEmpty();
        }

        /** Reads all open rows at once and writes all that change at once; a SKU named twice takes a step each time. */
        void step() {
            List<Integer> now = firstOfEachKey();
            Map<StockKey, Stock> rows = stocks
                    .findAll(now.stream().map(keys::get).toList())
                    .stream()
                    .collect(Collectors.toMap(Stock::key, Function.identity()));
            List<Integer> changing = new ArrayList<>();
            List<StockChange> changes = new ArrayList<>();
            for (int item : now) {
                StockKey key = keys.get(item);
                Stock row = rows.getOrDefault(key, Stock.unknown(key, clock.instant()));
                StockCount count = StockCount.of(items.get(item).onHand(), reason);
                judge(item, row, count).ifPresent(change -> {
                    changing.add(item);
                    changes.add(change);
                });
            }
            List<Boolean> written = stocks.saveAll(changes);
            IntStream.range(0, changing.size())
                    .filter(written::get)
                    .forEach(i -> outcomes.put(changing.get(i), new Outcome.Changed()));
            open = open.stream().filter(i -> !outcomes.containsKey(i)).toList();
        }

        private Optional<StockChange> judge(int item, Stock row, StockCount count) {
            if (count.changes(row).isEmpty()) {
                outcomes.put(item, new Outcome.Unchanged());
                return Optional.empty();
            }
            try {
                return Optional.of(count.on(row, actor, low, clock.instant()));
            } catch (ProblemException refused) {
                outcomes.put(item, new Outcome.Rejected(refused.problem()));
                return Optional.empty();
            }
        }

        private List<Integer> firstOfEachKey() {
            Set<StockKey> seen = new HashSet<>();
            return open.stream().filter(i -> seen.add(keys.get(i))).toList();
        }
    }
}
