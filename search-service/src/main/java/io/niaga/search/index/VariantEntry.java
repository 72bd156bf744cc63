package io.niaga.search.index;

import java.util.Map;

/** One thing that can be bought, told apart by its options. */
public record VariantEntry(String sku, Map<String, String> options, Price price) {
    public VariantEntry {
        options = Map.copyOf(options);
    }
}
