package io.niaga.catalog.product;

import org.jspecify.annotations.Nullable;

/**
 * How imports know a product.
 *
 * @param key a hash of the name files use for it, unique per store; null: no file named it yet
 */
public record Origin(@Nullable String key, @Nullable ImportMark mark) {
    /** Made by hand. */
    public static final Origin NONE = new Origin(null, null);
}
