package io.niaga.catalog.store.messaging;

import io.niaga.catalog.store.Store;
import io.niaga.catalog.store.Stores;
import io.niaga.events.Topics;
import io.niaga.events.users.StoreStateV1;
import io.niaga.messaging.Envelope;
import io.niaga.messaging.Subscription;
import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.ZoneId;
import java.util.Currency;

/** Takes in the states of stores: a repeated or late one changes nothing, one that makes no sense is a dead letter. */
public final class StoreStates {
    private final Stores stores;

    public StoreStates(Stores stores) {
        this.stores = stores;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.USER)
                .as("catalog-stores")
                .on(StoreStateV1.TYPE, StoreStateV1.class, this::receive)
                .build();
    }

    private void receive(StoreStateV1 state, Envelope envelope) {
        Store store = new Store(
                StoreId.of(state.storeId()),
                state.name(),
                Currency.getInstance(state.currency()),
                state.languages(),
                ZoneId.of(state.timeZone()),
                state.taxIncluded(),
                new Percentage(state.taxRateBasisPoints()),
                state.openedAt());
        stores.keep(store, envelope.sequence());
    }
}
