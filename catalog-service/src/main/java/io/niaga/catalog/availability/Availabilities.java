package io.niaga.catalog.availability;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of SKUs' availability, from all warehouses. */
public interface Availabilities {
    /** The best of each SKU's warehouses; a SKU nobody has told about is {@link Availability#OUT}. */
    Map<Sku, Availability> of(StoreId store, Collection<Sku> skus);

    /** Takes in what warehouses tell; older than what is known of the same place is dropped. */
    void keep(List<Told> told);

    /**
     * What one warehouse tells of one SKU.
     *
     * @param availability null: the warehouse has it no more
     */
    record Told(
            StoreId store,
            Sku sku,
            String warehouse,
            @Nullable Availability availability,
            long sequence) {}
}
