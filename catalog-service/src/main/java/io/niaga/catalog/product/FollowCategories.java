package io.niaga.catalog.product;

import io.niaga.catalog.category.Categories;
import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryContents;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps products' category paths as the tree has them; each product that is touched is told anew. */
public final class FollowCategories implements CategoryContents {
    private static final int PAGE = 200;
    private static final int ATTEMPTS = 5;

    private final Products products;
    private final Categories categories;

    public FollowCategories(Products products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    @Override
    public boolean any(CategoryId category) {
        return !products.inCategories(List.of(category), null, 1).isEmpty();
    }

    @Override
    public void follow(List<CategoryId> moved) {
        ProductId after = null;
        List<Product> page;
        do {
            page = products.inCategories(moved, after, PAGE);
            followAll(page);
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private void followAll(List<Product> page) {
        Set<CategoryId> ids = new HashSet<>();
        page.forEach(product -> ids.addAll(product.content().categories()));
        Map<CategoryId, CategoryPath> paths = categories.findAll(ids).stream()
                .map(Category::path)
                .collect(Collectors.toMap(CategoryPath::id, Function.identity()));
        page.forEach(product -> follow(product, paths));
    }

    private void follow(Product first, Map<CategoryId, CategoryPath> paths) {
        @Nullable Product product = first;
        for (int attempt = 0; product != null && attempt < ATTEMPTS; attempt++) {
            List<CategoryPath> now = product.paths().stream()
                    .map(path -> paths.getOrDefault(path.id(), path))
                    .toList();
            if (now.equals(product.paths()) || products.save(product.at(now), List.of()) == Products.Outcome.DONE) {
                return;
            }
            product = products.find(first.id()).orElse(null);
        }
    }
}
