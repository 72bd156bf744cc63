package io.niaga.fulfillment.shipment;

import java.util.List;
import java.util.stream.Stream;

/** A fulfillment as it is to be written, with what the write tells. */
public record FulfillmentChange(Fulfillment fulfillment, List<ShipmentEvent> events) {
    public FulfillmentChange {
        events = List.copyOf(events);
    }

    FulfillmentChange and(ShipmentEvent event) {
        return new FulfillmentChange(
                fulfillment, Stream.concat(events.stream(), Stream.of(event)).toList());
    }

    static FulfillmentChange quiet(Fulfillment fulfillment) {
        return new FulfillmentChange(fulfillment, List.of());
    }
}
