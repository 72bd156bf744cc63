package io.niaga.orders.offer;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A copy of what the warehouses told about availability. */
public interface Availabilities {
    /** The best of each SKU's warehouses; every SKU asked for is in the answer, {@link Availability#OUT} when unknown. */
    Map<Sku, Availability> of(StoreId store, Collection<Sku> skus);

    /** Takes news over; what is not newer than what is known of that warehouse changes nothing. */
    void take(List<News> news);

    /**
     * What one warehouse told about one SKU.
     *
     * @param availability null: the warehouse does not keep the SKU any more
     * @param sequence of the warehouse's record, rising
     */
    record News(
            StoreId store,
            Sku sku,
            String warehouse,
            @Nullable Availability availability,
            long sequence) {}
}
