package io.niaga.fulfillment.stock;

import io.niaga.types.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of stock as it was read. Changes make a new one, which {@link Stocks#save} writes only when nobody else wrote the
 * row in between.
 *
 * @param reorderPoint so many or fewer are low; null: the service's own threshold
 * @param told the availability that was last told; null when none was
 * @param operations what reservations did here and have not finished
 */
public record Stock(
        StockKey key,
        Buckets buckets,
        @Nullable Integer reorderPoint,
        @Nullable Availability told,
        List<Operation> operations,
        Instant changedAt,
        Revision revision) {
    public Stock {
        operations = List.copyOf(operations);
        if (reorderPoint != null && reorderPoint < 0) {
            throw new IllegalArgumentException("a reorder point is not negative");
        }
    }

    /** A row that nothing was counted into yet. */
    public static Stock unknown(StockKey key, Instant at) {
        return new Stock(key, Buckets.EMPTY, null, null, List.of(), at, Revision.NEW);
    }

    public boolean isNew() {
        return revision.equals(Revision.NEW);
    }

    public Optional<Operation> operation(String name) {
        return operations.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    public boolean holds(String operation) {
        return operation(operation).isPresent();
    }

    public Availability availability(LowStock low) {
        return Availability.of(buckets.available(), reorderPoint == null ? low.units() : reorderPoint);
    }

    /** Counted anew, at that time. */
    public Stock with(Buckets changed, @Nullable Integer newReorderPoint, Instant at) {
        return new Stock(key, changed, newReorderPoint, told, operations, at, revision);
    }

    public Stock with(Buckets changed, Instant at) {
        return with(changed, reorderPoint, at);
    }

    public Stock with(Operation added) {
        return of(Stream.concat(operations.stream(), Stream.of(added)).toList());
    }

    public Stock without(String operation) {
        return of(operations.stream().filter(o -> !o.name().equals(operation)).toList());
    }

    private Stock of(List<Operation> changed) {
        return new Stock(key, buckets, reorderPoint, told, changed, changedAt, revision);
    }

    public Stock telling(Availability availability) {
        return new Stock(key, buckets, reorderPoint, availability, operations, changedAt, revision);
    }
}
