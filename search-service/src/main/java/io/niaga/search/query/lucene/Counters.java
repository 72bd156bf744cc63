package io.niaga.search.query.lucene;

import io.niaga.search.index.Categories;
import io.niaga.search.query.Filter;
import io.niaga.search.text.Fold;

/** Facets by name. */
final class Counters {
    private Counters() {}

    static Counter of(String name, Categories categories) {
        String folded = Fold.of(name);
        return switch (folded) {
            case Filter.PRICE -> new PriceCounter();
            case Filter.CATEGORY -> new CategoryCounter(categories);
            case Filter.AVAILABILITY -> new AvailabilityCounter();
            default -> new AttributeCounter(folded);
        };
    }
}
