package io.niaga.fulfillment.warehouse;

import io.niaga.types.StoreId;
import java.util.Optional;

/** Where the stores' warehouses are kept. A warehouse's id is unique over all stores. */
public interface Warehouses {
    Optional<StoreWarehouses> ofStore(StoreId store);

    /** The store's warehouses among which this one is. */
    Optional<StoreWarehouses> holding(WarehouseId id);

    /** Keeps them and tells the change in the same write; false when they changed since they were read, or the id is taken. */
    boolean save(StoreWarehouses changed, WarehouseChanged fact);
}
