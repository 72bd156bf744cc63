package io.niaga.fulfillment.shipment;

import java.util.List;

/** A fulfillment as it is to be written, with what the write tells. */
public record FulfillmentChange(Fulfillment fulfillment, List<ShipmentEvent> events) {
    public FulfillmentChange {
        events = List.copyOf(events);
    }

    static FulfillmentChange quiet(Fulfillment fulfillment) {
        return new FulfillmentChange(fulfillment, List.of());
    }
}
