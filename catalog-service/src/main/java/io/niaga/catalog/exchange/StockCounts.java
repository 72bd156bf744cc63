package io.niaga.catalog.exchange;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of an import, told to whoever keeps stock. Repeating a count changes nothing. Throws {@link Unavailable}. */
public interface StockCounts {
    /**
     * What became of a count.
     *
     * @param refusal a code, or null when it was taken
     */
    record Counted(boolean changed, @Nullable String refusal) {}

    /** Nobody answers; it is right to ask again later. */
    final class Unavailable extends RuntimeException {
        public Unavailable(Throwable cause) {
            super("stock counts are not taken now", cause);
        }
    }

    Map<Sku, Counted> count(StoreId store, Map<Sku, Integer> onHand);
}
