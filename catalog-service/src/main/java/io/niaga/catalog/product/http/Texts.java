package io.niaga.catalog.product.http;

import io.niaga.catalog.text.LocalText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts as JSON shows them: an object by language. */
final class Texts {
    private Texts() {}

    static Map<String, @Nullable String> of(LocalText text) {
        return of(text.texts());
    }

    static Map<String, @Nullable String> of(Map<String, String> values) {
        return new LinkedHashMap<>(values);
    }
}
