package io.niaga.search.query;

import io.niaga.search.index.Availability;
import io.niaga.search.index.Price;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Question}.
 *
 * @param next where the next page begins; null on the last
 * @param didYouMean the words as they may have been meant
 */
public record Found(
        List<Item> items,
        List<Facet> facets,
        @Nullable Position next,
        @Nullable String didYouMean) {
    public Found {
        items = List.copyOf(items);
        facets = List.copyOf(facets);
    }

    /** A product, shown by its variant that fits best. */
    public record Item(
            String id,
            String storeId,
            String slug,
            Map<String, String> names,
            @Nullable String image,
            String sku,
            Price price,
            Availability availability) {}

    /** How many products have each value; a filter on the same name does not narrow them. */
    public record Facet(String name, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /** A value as a filter has it. */
    public record Value(String value, int count) {}
}
