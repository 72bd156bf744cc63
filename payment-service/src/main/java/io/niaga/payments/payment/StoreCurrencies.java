package io.niaga.payments.payment;

import io.niaga.types.StoreId;
import java.util.Currency;
import java.util.Optional;

/** What currencies stores sell in: a store's never changes. */
public interface StoreCurrencies {
    /** Keeping it twice is once. */
    void keep(StoreId store, Currency currency);

    /** Empty while nothing was heard of the store. */
    Optional<Currency> of(StoreId store);
}
