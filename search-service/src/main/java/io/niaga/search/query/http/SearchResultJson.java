package io.niaga.search.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.niaga.search.query.Found;
import io.niaga.types.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of a search. */
record SearchResultJson(
        List<ListedProductJson> items,
        List<FacetJson> facets,
        @Nullable String nextCursor,
        @Nullable String didYouMean) {
    static SearchResultJson of(Found found, Page<ListedProductJson> items) {
        return new SearchResultJson(
                items.items(),
                found.facets().stream().map(FacetJson::of).toList(),
                items.nextCursor(),
                found.didYouMean());
    }

    /** How many products each value of a name has; a filter on the same name does not narrow them. */
    record FacetJson(String name, List<ValueJson> values) {
        static FacetJson of(Found.Facet facet) {
            return new FacetJson(
                    facet.name(),
                    facet.values().stream()
                            .map(value -> ValueJson.of(value.value(), value.count()))
                            .toList());
        }
    }

    /**
     * A value of a facet.
     *
     * @param filter how a filter of that name takes it, where that is not the value itself: a comma in it is escaped
     */
    record ValueJson(
            String value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String filter,

            int count) {
        static ValueJson of(String value, int count) {
            String filter = Alternatives.escape(value);
            return new ValueJson(value, filter.equals(value) ? null : filter, count);
        }
    }
}
