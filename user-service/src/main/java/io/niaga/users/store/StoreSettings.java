package io.niaga.users.store;

import io.niaga.types.Percentage;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * What a store is like.
 *
 * @param languages BCP 47, at least one; the first is the default
 * @param timeZone its days are counted in it
 * @param countryCode ISO 3166-1 alpha-2
 * @param taxIncluded whether prices include tax
 */
public record StoreSettings(
        String name,
        Currency currency,
        List<String> languages,
        ZoneId timeZone,
        String countryCode,
        boolean taxIncluded,
        Percentage taxRate) {
    public StoreSettings {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a store has at least one language");
        }
    }
}
