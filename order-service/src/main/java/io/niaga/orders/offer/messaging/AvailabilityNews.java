package io.niaga.orders.offer.messaging;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.messaging.Received;
import io.niaga.messaging.Subscription;
import io.niaga.orders.offer.Availabilities;
import io.niaga.orders.offer.Availability;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;

/** Keeps the copy of availability: what is older than known changes nothing, a tombstone takes a warehouse out. */
public final class AvailabilityNews {
    private static final String GROUP = "order-availability";
    private static final int PARTS = 3;

    private AvailabilityNews() {}

    public static Subscription subscription(Availabilities availabilities) {
        return Subscription.to(Topics.AVAILABILITY)
                .as(GROUP)
                .on(AvailabilityStateV1.TYPE, AvailabilityStateV1.class)
                .batch(events -> availabilities.take(
                        events.stream().map(AvailabilityNews::news).toList()))
                .gathering()
                .build();
    }

    private static Availabilities.News news(Received event) {
        long sequence = event.envelope().sequence();
        if (event.body() instanceof AvailabilityStateV1 state) {
            Availability availability = Availability.valueOf(state.availability());
            StoreId store = StoreId.of(state.storeId());
            return new Availabilities.News(store, Sku.of(state.sku()), state.warehouseId(), availability, sequence);
        }
        List<String> key = List.of(event.envelope().key().split("/", -1));
        if (key.size() != PARTS) {
            throw new IllegalArgumentException("a key of availability is store/sku/warehouse");
        }
        return new Availabilities.News(StoreId.of(key.get(0)), Sku.of(key.get(1)), key.get(2), null, sequence);
    }
}
