package io.niaga.orders.offer;

import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's prices. What it answers is at most two seconds old; of a store's own facts ({@link #storefront}) at most
 * five minutes.
 */
public interface Prices {
    /**
     * The offers of a store, null for the first store.
     *
     * @throws ProblemException {@link OfferProblem#STORE_UNKNOWN}; {@link CommonProblem#SERVICE_UNAVAILABLE} when the catalog
     *     cannot be asked
     */
    Offers lookUp(@Nullable StoreId store, String language, Collection<Sku> skus);

    /** A store's facts alone, null for the first store; fails as {@link #lookUp} does. */
    Storefront storefront(@Nullable StoreId store);

    /** Throws on every failure but the one that says that the catalog cannot be asked. */
    static void requireUnavailable(ProblemException failure) {
        if (failure.problem() != CommonProblem.SERVICE_UNAVAILABLE) {
            throw failure;
        }
    }
}
