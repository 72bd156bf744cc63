package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From which warehouses an order is served: all of it from the first warehouse that can; otherwise each line from the first
 * that can serve it, or in parts from several. Warehouses are asked in the store's order, the default first.
 */
public sealed interface Allocation {
    /** Enough of everything. */
    record Served(List<HeldLine> lines) implements Allocation {}

    /** Not enough of these; so much of each there is. */
    record Lacking(SortedMap<Sku, Integer> available) implements Allocation {}

    /** What may be sold, by row, and the order of warehouses. */
    record Shelves(StoreId store, List<WarehouseId> warehouses, Map<StockKey, Integer> available) {
        int at(Sku sku, WarehouseId warehouse) {
            return available.getOrDefault(new StockKey(store, sku, warehouse), 0);
        }

        int everywhere(Sku sku) {
            return Math.toIntExact(Math.min(
                    Quantity.MOST,
                    warehouses.stream().mapToLong(w -> at(sku, w)).sum()));
        }
    }

    static Allocation of(List<WantedLine> wanted, Shelves shelves) {
        SortedMap<Sku, Long> perSku = perSku(wanted);
        SortedMap<Sku, Integer> missing = new TreeMap<>();
        perSku.forEach((sku, units) -> {
            if (shelves.everywhere(sku) < units) {
                missing.put(sku, shelves.everywhere(sku));
            }
        });
        if (!missing.isEmpty()) {
            return new Lacking(missing);
        }
        return shelves.warehouses().stream()
                .filter(w -> perSku.entrySet().stream().allMatch(e -> shelves.at(e.getKey(), w) >= e.getValue()))
                .findFirst()
                .<Allocation>map(w -> fromOne(wanted, shelves.store(), w))
                .orElseGet(() -> fromSeveral(wanted, shelves));
    }

    private static SortedMap<Sku, Long> perSku(List<WantedLine> wanted) {
        SortedMap<Sku, Long> sums = new TreeMap<>();
        wanted.forEach(l -> sums.merge(l.sku(), (long) l.quantity().units(), Long::sum));
        return sums;
    }

    private static Served fromOne(List<WantedLine> wanted, StoreId store, WarehouseId warehouse) {
        return new Served(wanted.stream()
                .map(l -> new HeldLine(l.line(), new StockKey(store, l.sku(), warehouse), l.quantity()))
                .toList());
    }

    private static Served fromSeveral(List<WantedLine> wanted, Shelves shelves) {
        Map<StockKey, Integer> left = new HashMap<>(shelves.available());
        List<HeldLine> lines = new ArrayList<>();
        for (WantedLine line : wanted) {
            List<StockKey> rows = shelves.warehouses().stream()
                    .map(w -> new StockKey(shelves.store(), line.sku(), w))
                    .toList();
            int open = line.quantity().units();
            List<StockKey> sources = rows.stream()
                    .filter(r -> left.getOrDefault(r, 0) >= line.quantity().units())
                    .findFirst()
                    .map(List::of)
                    .orElse(rows);
            for (StockKey row : sources) {
                int part = Math.min(open, left.getOrDefault(row, 0));
                if (part > 0) {
                    lines.add(new HeldLine(line.line(), row, Quantity.of(part)));
                    left.merge(row, -part, Integer::sum);
                    open -= part;
                }
            }
        }
        return new Served(lines);
    }
}
