package io.niaga.payments.payment.messaging;

import io.niaga.events.Topics;
import io.niaga.events.users.StoreStateV1;
import io.niaga.messaging.Subscription;
import io.niaga.payments.payment.StoreCurrencies;
import io.niaga.types.StoreId;
import java.util.Currency;

/** Hears what currencies stores sell in. Twice is once, late is no harm: a store keeps its currency. */
public final class StoreListener {
    private final StoreCurrencies currencies;

    public StoreListener(StoreCurrencies currencies) {
        this.currencies = currencies;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.USER)
                .as("payment-stores")
                .on(StoreStateV1.TYPE, StoreStateV1.class, (body, envelope) -> opened(body))
                .gathering()
                .build();
    }

    private void opened(StoreStateV1 state) {
        currencies.keep(StoreId.of(state.storeId()), Currency.getInstance(state.currency()));
    }
}
