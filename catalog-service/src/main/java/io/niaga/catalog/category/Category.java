package io.niaga.catalog.category;

import io.niaga.catalog.text.LocalText;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of a store's tree. Its slug is unique among its siblings; its path says where it is.
 *
 * @param position among siblings, ascending
 */
public record Category(
        CategoryId id, StoreId store, CategoryPath path, LocalText name, int position, Revision revision) {
    /** Levels of the tree. */
    public static final int DEEPEST = 8;

    public static final int MOST_PER_STORE = 10_000;
    public static final int LONGEST_NAME = 300;

    public String slug() {
        return path.slugs().getLast();
    }

    public @Nullable CategoryId parent() {
        List<CategoryId> ids = path.ids();
        return ids.size() < 2 ? null : ids.get(ids.size() - 2);
    }

    /** Where a category of that slug is below a parent, or at the root. */
    static CategoryPath below(@Nullable Category parent, CategoryId id, String slug) {
        if (parent == null) {
            return new CategoryPath(List.of(id), List.of(slug));
        }
        if (parent.path.ids().contains(id)) {
            throw CategoryProblem.CATEGORY_CYCLE.now();
        }
        if (parent.path.ids().size() >= DEEPEST) {
            throw CategoryProblem.CATEGORY_TOO_DEEP.with("deepest", DEEPEST);
        }
        List<CategoryId> ids = new ArrayList<>(parent.path.ids());
        List<String> slugs = new ArrayList<>(parent.path.slugs());
        ids.add(id);
        slugs.add(slug);
        return new CategoryPath(ids, slugs);
    }

    Category at(CategoryPath elsewhere) {
        return new Category(id, store, elsewhere, name, position, revision);
    }
}
