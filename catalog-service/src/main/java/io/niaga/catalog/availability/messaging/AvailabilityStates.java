package io.niaga.catalog.availability.messaging;

import io.niaga.catalog.availability.Availabilities;
import io.niaga.catalog.availability.Availabilities.Told;
import io.niaga.catalog.availability.Availability;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.messaging.Received;
import io.niaga.messaging.Subscription;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.util.List;

/** Takes in availability poll by poll: repeated and late states change nothing, tombstones forget a warehouse. */
public final class AvailabilityStates {
    private final Availabilities availabilities;

    public AvailabilityStates(Availabilities availabilities) {
        this.availabilities = availabilities;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.AVAILABILITY)
                .as("catalog-availability")
                .on(AvailabilityStateV1.TYPE, AvailabilityStateV1.class)
                .batch(this::receive)
                .gathering()
                .build();
    }

    private void receive(List<Received> events) {
        availabilities.keep(events.stream().map(AvailabilityStates::told).toList());
    }

    private static Told told(Received event) {
        long sequence = event.envelope().sequence();
        if (event.body() instanceof AvailabilityStateV1 state) {
            return new Told(
                    StoreId.of(state.storeId()),
                    Sku.of(state.sku()),
                    warehouse(state.warehouseId()),
                    Availability.valueOf(state.availability()),
                    sequence);
        }
        String[] place = event.envelope().key().split("/", -1);
        int last = place.length - 1;
        if (last < 2) {
            throw new IllegalArgumentException("a key of availability is store/sku/warehouse");
        }
        return new Told(StoreId.of(place[last - 2]), Sku.of(place[last - 1]), warehouse(place[last]), null, sequence);
    }

    /** It becomes a field's name, so it must be an id and nothing else. */
    private static String warehouse(String id) {
        return TypeId.parse("whs", id).toString();
    }
}
