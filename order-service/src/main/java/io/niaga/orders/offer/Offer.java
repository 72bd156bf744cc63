package io.niaga.orders.offer;

import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One SKU as the catalog offers it at this moment.
 *
 * @param published whether it may be bought; what was taken down is still known by name
 * @param name in the language that was asked for
 * @param options what tells the variants apart, in the catalog's order
 */
public record Offer(
        Sku sku,
        String productId,
        boolean published,
        String name,
        Map<String, String> options,
        @Nullable String image,
        Money unitPrice) {
    public Offer {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
