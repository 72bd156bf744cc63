package io.niaga.users.store.http;

import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import io.niaga.users.store.Store;
import io.niaga.users.store.StoreSettings;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store as everybody sees it. */
record StoreJson(
        StoreId id,
        String name,
        String currency,
        List<String> languages,
        String timeZone,
        String countryCode,
        boolean taxIncluded,
        Percentage taxRate,
        Instant openedAt) {
    static StoreJson of(Store store) {
        StoreSettings s = store.settings();
        return new StoreJson(
                store.id(),
                s.name(),
                s.currency().getCurrencyCode(),
                s.languages(),
                s.timeZone().getId(),
                s.countryCode(),
                s.taxIncluded(),
                s.taxRate(),
                store.openedAt());
    }

    /** A store's settings; prices include tax unless said otherwise. */
    record SettingsJson(
            @Size(min = 1, max = 100) String name,
            @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotEmpty @Size(max = 10) List<@Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?") String> languages,
            String timeZone,
            @Pattern(regexp = "[A-Z]{2}") String countryCode,
            @Nullable Boolean taxIncluded,
            Percentage taxRate) {
        SettingsJson {
            if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
                throw new IllegalArgumentException("timeZone is a name such as Asia/Jakarta");
            }
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(c -> c.getCurrencyCode().equals(currency) && c.getDefaultFractionDigits() >= 0)) {
                throw new IllegalArgumentException("currency is an ISO 4217 code");
            }
        }

        static SettingsJson of(StoreSettings s) {
            return new SettingsJson(
                    s.name(),
                    s.currency().getCurrencyCode(),
                    s.languages(),
                    s.timeZone().getId(),
                    s.countryCode(),
                    s.taxIncluded(),
                    s.taxRate());
        }

        StoreSettings toSettings() {
            return new StoreSettings(
                    name,
                    Currency.getInstance(currency),
                    languages,
                    ZoneId.of(timeZone),
                    countryCode,
                    taxIncluded == null || taxIncluded,
                    taxRate);
        }
    }
}
