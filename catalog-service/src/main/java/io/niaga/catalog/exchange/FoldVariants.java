package io.niaga.catalog.exchange;

import io.niaga.catalog.product.ContentRules;
import io.niaga.catalog.product.Variant;
import io.niaga.types.FieldError;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts rows' variants among those that a product has. */
final class FoldVariants {
    private final Map<Sku, Variant> variants = new LinkedHashMap<>();
    private final Map<Map<String, String>, Sku> byOptions = new HashMap<>();

    FoldVariants(List<Variant> known) {
        known.forEach(this::put);
    }

    /** Whether the variant is new, changed or as it was; or why it cannot be taken. */
    RowOutcome put(ImportRow row) {
        Variant before = variants.get(row.sku());
        Map<String, String> options = row.options().isEmpty() && before != null ? before.options() : row.options();
        Variant now = new Variant(row.sku(), options, row.price());
        if (now.equals(before)) {
            return new RowOutcome(row.line(), RowOutcome.Kind.UNCHANGED, null);
        }
        FieldError refusal = refusal(now, before);
        if (refusal != null) {
            return RowOutcome.rejected(row.line(), refusal);
        }
        if (before != null) {
            byOptions.remove(before.options());
        }
        put(now);
        RowOutcome.Kind kind = before == null ? RowOutcome.Kind.CREATED : RowOutcome.Kind.CHANGED;
        return new RowOutcome(row.line(), kind, null);
    }

    private @Nullable FieldError refusal(Variant now, @Nullable Variant before) {
        if (before == null && variants.size() >= ContentRules.MOST_VARIANTS) {
            return new FieldError(
                    "/product", "TOO_MANY_VARIANTS", "A product has at most " + ContentRules.MOST_VARIANTS + ".");
        }
        Sku same = byOptions.get(now.options());
        return same == null || same.equals(now.sku())
                ? null
                : new FieldError("/options", "OPTIONS_NOT_UNIQUE", "The variant " + same + " has the same options.");
    }

    private void put(Variant variant) {
        variants.put(variant.sku(), variant);
        byOptions.put(variant.options(), variant.sku());
    }

    List<Variant> all() {
        return new ArrayList<>(variants.values());
    }
}
