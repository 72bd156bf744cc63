package io.niaga.reporting.conversion.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.users.StoreStateV1;
import io.niaga.messaging.Received;
import io.niaga.messaging.Subscription;
import io.niaga.reporting.conversion.Placements;
import io.niaga.reporting.conversion.Stores;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.time.ZoneId;

/** Hears of orders that were placed, each once by its id, and of stores' time zones. */
public final class PlacementListener {
    private final Placements placements;
    private final Stores stores;

    public PlacementListener(Placements placements, Stores stores) {
        this.placements = placements;
        this.stores = stores;
    }

    public Subscription orders() {
        return Subscription.to(Topics.ORDER)
                .as("reporting-placed")
                .on(OrderPlacedV1.TYPE, OrderPlacedV1.class)
                .batch(events -> placements.add(events.stream()
                        .map(Received::body)
                        .filter(OrderPlacedV1.class::isInstance)
                        .map(order -> placed((OrderPlacedV1) order))
                        .toList()))
                .gathering()
                .build();
    }

    public Subscription stores() {
        return Subscription.to(Topics.USER)
                .as("reporting-stores")
                .on(
                        StoreStateV1.TYPE,
                        StoreStateV1.class,
                        (store, envelope) -> stores.learn(
                                StoreId.of(store.storeId()),
                                store.name(),
                                ZoneId.of(store.timeZone()),
                                envelope.sequence()))
                .gathering()
                .build();
    }

    private static Placements.Placement placed(OrderPlacedV1 order) {
        ZoneId zone = ZoneId.of(order.storeTimeZone());
        LocalDate day = LocalDate.ofInstant(order.placedAt(), zone);
        return new Placements.Placement(order.orderId(), StoreId.of(order.storeId()), day);
    }
}
