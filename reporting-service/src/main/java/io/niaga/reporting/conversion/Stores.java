package io.niaga.reporting.conversion;

import io.niaga.types.StoreId;
import java.time.ZoneId;
import java.util.Optional;

/** What reports need to know of a store. */
public interface Stores {
    /** In which time zone its days are counted; UTC until it was heard of. */
    ZoneId zoneOf(StoreId store);

    Optional<String> nameOf(StoreId store);

    /** Keeps it unless something later of the store is known; safe for threads. */
    void learn(StoreId store, String name, ZoneId zone, long sequence);
}
