package io.niaga.payments.payment;

import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what can be paid with. */
@UseCase
public final class OfferMethods {
    private final Set<PaymentMethod> offered;
    private final StoreCurrencies currencies;

    public OfferMethods(Set<PaymentMethod> offered, StoreCurrencies currencies) {
        this.offered = Set.copyOf(offered);
        this.currencies = currencies;
    }

    /** Those that take the store's currency; all that are offered when no store is named, or nothing was heard of it yet. */
    public List<PaymentMethod> methods(@Nullable StoreId store) {
        Optional<Currency> currency = store == null ? Optional.empty() : currencies.of(store);
        return offered.stream()
                .filter(method -> currency.map(method::takes).orElse(true))
                .sorted()
                .toList();
    }
}
