package io.niaga.catalog.product;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.category.CategoryId;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where products are kept. A write succeeds only on what was loaded, and tells state and staff write with itself. */
public interface Products {
    /** How a write went. */
    enum Outcome {
        DONE,
        /** Somebody else wrote in between; or, when adding, the very same product is there. */
        STALE,
        /** Another product has the slug. */
        SLUG_TAKEN,
        /** Another product has the import key. */
        KEY_TAKEN
    }

    /**
     * Which of a store's products: those that meet all that is not null.
     *
     * @param state its label
     * @param sku of one of its variants; an archived product has none any more
     * @param category that it is in, or below; an archived product stays where it was
     * @param after the last one of the page before
     */
    record Query(
            StoreId store,
            @Nullable String state,
            @Nullable Sku sku,
            @Nullable CategoryId category,
            @Nullable ProductId after,
            int limit) {}

    Optional<Product> find(ProductId id);

    Optional<Product> bySlug(StoreId store, String slug);

    List<Product> findAll(Collection<ProductId> ids);

    List<Product> byImportKeys(StoreId store, Collection<String> keys);

    Set<String> takenSlugs(StoreId store, Collection<String> slugs);

    /** One query, whatever the number of SKUs. */
    List<Offer> offers(StoreId store, Collection<Sku> skus);

    /** Newest first. */
    List<Product> list(Query query);

    /** Products in any of the categories, by id, after the given one. */
    List<Product> inCategories(Collection<CategoryId> categories, @Nullable ProductId after, int limit);

    Outcome add(Product product, List<StaffWrite> writes);

    Outcome save(Product product, List<StaffWrite> writes);
}
