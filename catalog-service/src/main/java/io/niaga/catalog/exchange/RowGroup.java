package io.niaga.catalog.exchange;

import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.types.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a piece that make one product.
 *
 * @param known the product as it is, or null when it is new
 * @param key what the file calls it, or null when that does not matter
 */
record RowGroup(
        ProductId id,
        @Nullable Product known,
        @Nullable ProductKey key,
        List<ImportRow> rows,
        Map<Integer, FieldError> refused) {
    RowGroup(ProductId id, @Nullable Product known, @Nullable ProductKey key) {
        this(id, known, key, new ArrayList<>(), new HashMap<>());
    }

    /** The same group, seen against the product as it is now. */
    RowGroup on(Product now) {
        return new RowGroup(id, now, key, rows, refused);
    }

    void refuse(ImportRow row, FieldError why) {
        refused.put(row.line(), why);
    }

    boolean isRefused(ImportRow row) {
        return refused.containsKey(row.line());
    }
}
