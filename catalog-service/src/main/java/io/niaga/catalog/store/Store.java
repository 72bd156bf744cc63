package io.niaga.catalog.store;

import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A store, as far as selling needs to know it.
 *
 * @param languages the first is the default; never empty
 */
public record Store(
        StoreId id,
        String name,
        Currency currency,
        List<String> languages,
        ZoneId timeZone,
        boolean taxIncluded,
        Percentage taxRate,
        Instant openedAt) {
    public Store {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a store has a language");
        }
    }

    public String language() {
        return languages.getFirst();
    }
}
