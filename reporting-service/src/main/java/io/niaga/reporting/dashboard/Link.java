package io.niaga.reporting.dashboard;

import io.niaga.reporting.sales.Period;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.time.Instant;

/**
 * Lets whoever has it see one store's sales of one period until it expires. It names nobody and opens nothing else.
 *
 * @param id {@code lnk_…}, not to be guessed; it is the secret itself
 */
public record Link(TypeId id, StoreId store, Period period, Instant expires) {
    boolean isGoodAt(Instant now) {
        return now.isBefore(expires);
    }
}
