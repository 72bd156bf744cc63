package io.niaga.search.query;

import io.niaga.search.text.Fold;
import java.util.List;

/** A condition on one name; a variant fulfils it when any of its alternatives holds. */
public sealed interface Filter {
    String PRICE = "price";
    String CATEGORY = "category";
    String AVAILABILITY = "availability";

    String name();

    /** An attribute, category or availability is one of these. */
    record OneOf(String name, List<String> values) implements Filter {
        public OneOf {
            name = Fold.of(name);
            values = values.stream().map(Fold::of).toList();
        }
    }

    /** The price lies in one of these. */
    record PriceIn(List<PriceRange> ranges) implements Filter {
        public PriceIn {
            ranges = List.copyOf(ranges);
        }

        @Override
        public String name() {
            return PRICE;
        }
    }
}
