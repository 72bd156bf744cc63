package io.niaga.search.behaviour;

import io.niaga.types.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is on sale, as far as this replica has heard. */
public interface KnownProducts {
    /** Whether the store has anything on sale. */
    boolean hasStore(StoreId store);

    /** The published product of that store by its id, by the SKU of a variant, or by both when they belong together. */
    Optional<String> find(StoreId store, @Nullable String productId, @Nullable String sku);
}
