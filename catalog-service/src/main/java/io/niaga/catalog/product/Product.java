package io.niaga.catalog.product;

import io.niaga.catalog.category.CategoryPath;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a store sells under one name. Immutable: changes give the product as it will be, to be saved on the revision that was
 * loaded.
 *
 * @param slug unique in the store while the product is not archived
 * @param paths of its categories, as the tree was when it was written
 */
public record Product(
        ProductId id,
        StoreId store,
        String slug,
        ProductState state,
        ProductContent content,
        List<CategoryPath> paths,
        Instant createdAt,
        Instant changedAt,
        Origin origin,
        Revision revision) {
    public Product {
        paths = List.copyOf(paths);
    }

    /** The product with other content; an archived one does not change. */
    public Product written(ProductContent other, String otherSlug, List<CategoryPath> otherPaths, Instant now) {
        if (state instanceof ProductState.Archived) {
            throw ProductProblem.PRODUCT_ARCHIVED.now();
        }
        return new Product(id, store, otherSlug, state, other, otherPaths, createdAt, now, origin, revision);
    }

    /** The product with other prices of the variants that are named; all else stays. */
    public Product priced(Map<Sku, Money> prices, Instant now) {
        List<Variant> variants = content.variants().stream()
                .map(each -> new Variant(each.sku(), each.options(), prices.getOrDefault(each.sku(), each.price())))
                .toList();
        return written(content.withVariants(variants), slug, paths, now);
    }

    public Product publish(Instant now) {
        ProductState published = state.published(now);
        if (content.variants().isEmpty()) {
            throw ProductProblem.PRODUCT_NOT_PUBLISHABLE.with("missing", "/variants");
        }
        return in(published, now);
    }

    public Product unpublish(Instant now) {
        return in(state.unpublished(now), now);
    }

    public Product archive(Instant now) {
        return in(state.archived(now), now);
    }

    private Product in(ProductState other, Instant now) {
        return other.equals(state)
                ? this
                : new Product(id, store, slug, other, content, paths, createdAt, now, origin, revision);
    }

    public Product from(Origin other) {
        return new Product(id, store, slug, state, content, paths, createdAt, changedAt, other, revision);
    }

    public Product at(List<CategoryPath> otherPaths) {
        return new Product(id, store, slug, state, content, otherPaths, createdAt, changedAt, origin, revision);
    }

    public Product named(String otherSlug) {
        return new Product(id, store, otherSlug, state, content, paths, createdAt, changedAt, origin, revision);
    }

    /** A slug that nobody else makes: the wanted one with the end of the product's id. */
    public static String uniqueSlug(String slug, ProductId id) {
        String end = id.value().substring(id.value().length() - 7);
        return slug.substring(0, Math.min(slug.length(), 80)).replaceAll("-+$", "") + "-" + end;
    }
}
