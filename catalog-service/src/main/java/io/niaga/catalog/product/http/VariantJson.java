package io.niaga.catalog.product.http;

import io.niaga.catalog.product.ContentRules;
import io.niaga.catalog.product.Variant;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A variant in the management view. */
record VariantJson(
        Sku sku,

        @Nullable @Schema(maxProperties = ContentRules.MOST_OPTIONS)
        Map<String, @Nullable String> options,

        Money price) {
    static VariantJson of(Variant variant) {
        return new VariantJson(variant.sku(), Texts.of(variant.options()), variant.price());
    }

    Variant variant() {
        return new Variant(sku, Given.map(options), price);
    }
}
