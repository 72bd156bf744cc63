package io.niaga.catalog.product;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Which product has which SKU: one claim per store and SKU, so that of two products that want the same one exactly one gets it.
 * A claim whose product never came about, or gave the SKU up, lapses after a minute.
 */
public interface SkuClaims {
    /** The owners of those that are claimed. */
    Map<Sku, ProductId> owners(StoreId store, Collection<Sku> skus);

    /** Claims each SKU for its product, and answers who has it now: the same product, or the one that was first. */
    Map<Sku, ProductId> claim(StoreId store, Map<Sku, ProductId> wanted, Instant now);

    /** Gives up what the product has claimed. */
    void release(StoreId store, ProductId product, Collection<Sku> skus);
}
