package io.niaga.search.query;

import io.niaga.types.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param words free text; empty: everything
 * @param store null: all stores
 * @param filters at most one per name
 * @param facets names whose values are counted
 * @param after where the page before ended
 */
public record Question(
        String words,
        @Nullable StoreId store,
        List<Filter> filters,
        List<String> facets,
        Sort sort,
        int limit,
        @Nullable Position after) {
    public Question {
        filters = List.copyOf(filters);
        facets = List.copyOf(facets);
    }

    public boolean hasWords() {
        return !words.isEmpty();
    }
}
