package io.niaga.catalog.product;

import io.niaga.catalog.text.LocalText;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One SKU as a cart needs it.
 *
 * @param options in the product's order, as people read them
 */
public record Offer(
        Sku sku,
        ProductId product,
        boolean published,
        LocalText name,
        Map<String, String> options,
        @Nullable String image,
        Money unitPrice) {
    public Offer {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
