package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.receiving.ReturnedLine;
import java.time.Instant;
import java.util.List;

/** What is told of a fulfillment. */
public sealed interface ShipmentEvent {
    Instant at();

    record Released(Instant at) implements ShipmentEvent {}

    record PickingStarted(Instant at) implements ShipmentEvent {}

    record Picked(Instant at) implements ShipmentEvent {}

    record Packed(int weightGrams, Instant at) implements ShipmentEvent {}

    record HandedOver(List<Parcel> parcels, Instant at) implements ShipmentEvent {}

    record ReceivedBack(List<ReturnedLine> lines, Instant at) implements ShipmentEvent {}

    /** @param allDelivered whether the customer has everything now */
    record ParcelMoved(TrackingNumber tracking, ParcelState state, boolean allDelivered, Instant at)
            implements ShipmentEvent {}
}
