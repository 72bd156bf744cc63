package io.niaga.orders.offer;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Set;

/** What is remembered of prices, to be forgotten when the catalog says that they changed. */
public interface PriceMemory {
    void forget(StoreId store, Set<Sku> skus);

    void forgetAll();
}
