package io.niaga.fulfillment.promise;

import io.niaga.types.StoreId;
import java.util.Optional;

/** Where the stores' shipping tables are kept. */
public interface ShippingTables {
    Optional<ShippingTable> find(StoreId store);

    /** Keeps it and tells the change in the same write; false when another one was kept since it was read. */
    boolean save(ShippingTableChanged change);
}
