package io.niaga.search.query;

import io.niaga.types.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What was typed so far.
 *
 * @param text with single spaces; a last space says that the last word is finished
 * @param store null: all stores
 */
public record Typed(String text, @Nullable StoreId store, int limit) {}
