package io.niaga.catalog.product;

import io.niaga.catalog.text.LocalText;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One SKU as a cart needs it. */
public record Offer(
        Sku sku,
        ProductId product,
        boolean published,
        LocalText name,
        Map<String, String> options,
        @Nullable String image,
        Money unitPrice) {
    public Offer {
        options = Map.copyOf(options);
    }
}
