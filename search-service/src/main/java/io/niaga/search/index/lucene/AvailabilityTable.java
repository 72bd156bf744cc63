package io.niaga.search.index.lucene;

import io.niaga.search.index.Availability;
import io.niaga.search.index.StockKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every warehouse said of every SKU, also of SKUs that no product in the index has yet. For the writing thread. */
final class AvailabilityTable {
    private record Said(String warehouse, Availability availability, long sequence) {}

    /** Nearly always one warehouse, so the small lists stay small. */
    private final Map<String, List<Said>> byVariant = new HashMap<>();

    /** False: not newer. */
    boolean put(StockKey stock, Availability availability, long sequence) {
        if (!isNewer(stock, sequence)) {
            return false;
        }
        Said said = new Said(stock.warehouse().intern(), availability, sequence);
        byVariant.put(
                stock.variant(), Stream.concat(others(stock), Stream.of(said)).toList());
        return true;
    }

    boolean remove(StockKey stock, long sequence) {
        if (!isNewer(stock, sequence)) {
            return false;
        }
        List<Said> others = others(stock).toList();
        if (others.isEmpty()) {
            byVariant.remove(stock.variant());
        } else {
            byVariant.put(stock.variant(), others);
        }
        return true;
    }

    /** The best of all warehouses; nothing said is out. */
    Availability best(String variant) {
        return byVariant.getOrDefault(variant, List.of()).stream()
                .map(Said::availability)
                .max(Comparator.naturalOrder())
                .orElse(Availability.OUT);
    }

    void clear() {
        byVariant.clear();
    }

    private boolean isNewer(StockKey stock, long sequence) {
        return byVariant.getOrDefault(stock.variant(), List.of()).stream()
                .noneMatch(s -> s.warehouse().equals(stock.warehouse()) && s.sequence() >= sequence);
    }

    private Stream<Said> others(StockKey stock) {
        return byVariant.getOrDefault(stock.variant(), List.of()).stream()
                .filter(s -> !s.warehouse().equals(stock.warehouse()));
    }
}
