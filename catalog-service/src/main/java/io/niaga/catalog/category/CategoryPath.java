package io.niaga.catalog.category;

import java.util.List;

/** Where a category is: ids and slugs from the root down to and including itself. */
public record CategoryPath(List<CategoryId> ids, List<String> slugs) {
    public CategoryPath {
        ids = List.copyOf(ids);
        slugs = List.copyOf(slugs);
        if (ids.isEmpty() || ids.size() != slugs.size()) {
            throw new IllegalArgumentException("a path has a slug for each id, and at least one");
        }
    }

    public CategoryId id() {
        return ids.getLast();
    }
}
