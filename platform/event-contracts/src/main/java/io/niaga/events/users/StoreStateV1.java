package io.niaga.events.users;

import java.time.Instant;
import java.util.List;

/**
 * A store was opened or its settings changed: the settings as they are now.
 *
 * @param languages the first is the default
 * @param taxIncluded whether prices include tax
 */
public record StoreStateV1(
        String storeId,
        String name,
        String currency,
        List<String> languages,
        String timeZone,
        String countryCode,
        boolean taxIncluded,
        int taxRateBasisPoints,
        Instant openedAt,
        Instant at) {
    public static final String TYPE = "store.state.v1";
}
