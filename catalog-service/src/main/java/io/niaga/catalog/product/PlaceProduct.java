package io.niaga.catalog.product;

import io.niaga.catalog.category.Categories;
import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds a product's place among others: its categories' paths, and SKUs that are its own. */
public final class PlaceProduct {
    private final Categories categories;
    private final SkuClaims claims;

    public PlaceProduct(Categories categories, SkuClaims claims) {
        this.categories = categories;
        this.claims = claims;
    }

    /** Throws INVALID_REQUEST naming each category that the store does not have. */
    List<CategoryPath> paths(StoreId store, List<CategoryId> ids) {
        Map<CategoryId, Category> found =
                categories.findAll(ids).stream().collect(Collectors.toMap(Category::id, Function.identity()));
        List<CategoryPath> paths = new ArrayList<>();
        ProblemException refused = CommonProblem.INVALID_REQUEST.now();
        for (int i = 0; i < ids.size(); i++) {
            Category category = found.get(ids.get(i));
            if (category == null || !category.store().equals(store)) {
                refused.at("/categories/" + i, "CATEGORY_UNKNOWN", "There is no such category in this store.");
            } else {
                paths.add(category.path());
            }
        }
        if (!refused.errors().isEmpty()) {
            throw refused;
        }
        return paths;
    }

    /** Throws SKU_TAKEN, claiming none, when another product has one of them. */
    void claim(StoreId store, ProductId product, Collection<Sku> skus, Instant now) {
        if (skus.isEmpty()) {
            return;
        }
        Map<Sku, ProductId> wanted = new HashMap<>();
        skus.forEach(sku -> wanted.put(sku, product));
        List<String> taken = claims.claim(store, wanted, now).entrySet().stream()
                .filter(claim -> !claim.getValue().equals(product))
                .map(claim -> claim.getKey().value())
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            claims.release(store, product, skus);
            throw ProductProblem.SKU_TAKEN.with("skus", taken);
        }
    }

    void release(StoreId store, ProductId product, Collection<Sku> skus) {
        if (!skus.isEmpty()) {
            claims.release(store, product, skus);
        }
    }
}
