package io.niaga.fulfillment.stock;

import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Page;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import org.jspecify.annotations.Nullable;

/** Where movements are kept; none is changed or removed. */
public interface Movements {
    /** Keeps it; one with this id that is there already is the same one. */
    void add(Movement movement);

    /** Newest first. */
    Page<Movement> list(Listing listing);

    /** Which movements to list: of a store, perhaps of one SKU, perhaps of one warehouse. */
    record Listing(
            StoreId store,
            @Nullable Sku sku,
            @Nullable WarehouseId warehouse,
            int limit,
            @Nullable String after) {}
}
