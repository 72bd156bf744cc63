package io.niaga.catalog.product;

import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is bought: a SKU, told apart from its siblings by its options, with its price in the store's currency. */
public record Variant(Sku sku, Map<String, String> options, Money price) {
    public Variant {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
