package io.niaga.fulfillment.stock;

import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Page;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where rows of stock are kept. Every method is atomic on each row, and every write raises the row's version, so a
 * {@link #save} of what was read before it fails.
 */
public interface Stocks {
    Optional<Stock> find(StockKey key);

    List<Stock> findAll(Collection<StockKey> keys);

    /** All rows of these SKUs, whatever the warehouse. */
    List<Stock> of(StoreId store, Collection<Sku> skus);

    /** By SKU; {@code after} is the cursor of the page before. */
    Page<Stock> list(Listing listing);

    /** Which rows to list: of a store, perhaps of one warehouse. */
    record Listing(
            StoreId store,
            @Nullable WarehouseId warehouse,
            int limit,
            @Nullable String after) {}

    /**
     * Writes the row with what is told because of it, if it is as it was when it was read (or not there, when it is new).
     * False: somebody else was faster.
     */
    boolean save(StockChange change);

    /** Many rows at once; the answer says for each whether it was written. */
    List<Boolean> saveAll(List<StockChange> changes);

    /**
     * Takes units if there are enough and this operation is not there yet: the only write that looks at nothing but the
     * count. Empty: not enough. Otherwise the row as it is after.
     */
    Optional<Stock> take(StockKey key, Operation operation);

    /** Removes finished operations and changes nothing else; those that are not there are no matter. */
    void forget(Collection<Mark> finished);

    /** An operation in a row. */
    record Mark(StockKey key, String operation) {}

    /** Rows in which an operation was begun before that. */
    List<Stock> withOperationsBefore(Instant instant, int limit);
}
