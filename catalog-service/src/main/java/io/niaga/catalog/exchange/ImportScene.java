package io.niaga.catalog.exchange;

import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.Slug;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is the same for all groups of a piece: the job, the store, the rights, what names of categories mean. */
record ImportScene(
        ImportJob job,
        Store store,
        ImportRights rights,
        Map<List<String>, CategoryPath> categories,
        Set<String> slugs,
        Instant now) {
    ImportScene {
        categories = Map.copyOf(categories);
        slugs = new HashSet<>(slugs);
    }

    String importId() {
        return job.id().value();
    }

    int piece() {
        return job.pieces();
    }

    /** A slug that no other product has, as far as is known; the save finds out. */
    String slug(ProductContent content, ProductId id) {
        String wanted = wantedSlug(store, content.name().in(store.languages()).orElse(""));
        return slugs.add(wanted) ? wanted : Product.uniqueSlug(wanted, id);
    }

    static String wantedSlug(Store store, String name) {
        return Slug.of(name, "product");
    }

    /** The paths that these rows mean, each once. */
    Map<String, CategoryPath> paths(List<ImportRow> rows) {
        Map<String, CategoryPath> found = new TreeMap<>();
        rows.forEach(row -> row.categories().forEach(names -> {
            CategoryPath path = categories.get(names);
            if (path != null) {
                found.put(path.id().value(), path);
            }
        }));
        return found;
    }
}
