package io.niaga.search.query.http;

import io.niaga.search.query.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * One suggestion.
 *
 * @param type {@code PHRASE}: search for the text; {@code CATEGORY}: filter by it; {@code PRODUCT}: go to it
 * @param category as a filter takes it
 */
record SuggestionJson(
        Type type,
        String text,
        @Nullable String storeId,
        @Nullable String category,
        @Nullable String productId,
        @Nullable String slug,
        @Nullable String image) {
    /** What it leads to. */
    enum Type {
        PHRASE,
        CATEGORY,
        PRODUCT
    }

    static SuggestionJson of(Suggestion suggestion, Languages languages) {
        return switch (suggestion) {
            case Suggestion.Phrase phrase ->
                new SuggestionJson(Type.PHRASE, phrase.text(), null, null, null, null, null);
            case Suggestion.InCategory in ->
                new SuggestionJson(
                        Type.CATEGORY, languages.best(in.names()), in.storeId(), in.path(), null, null, null);
            case Suggestion.OfProduct product ->
                new SuggestionJson(
                        Type.PRODUCT,
                        languages.best(product.names()),
                        product.storeId(),
                        null,
                        product.id(),
                        product.slug(),
                        product.image());
        };
    }
}
