package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.receiving.ReturnedLine;
import io.niaga.fulfillment.reservation.Missing;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.types.Actor;
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

    record RanShort(Missing missing, Instant at) implements ShipmentEvent {}

    /** @param allDelivered whether the customer has everything now */
    record ParcelMoved(TrackingNumber tracking, ParcelState state, boolean allDelivered, Instant at)
            implements ShipmentEvent {}

    /** Somebody, not the carrier, told where a parcel is: nothing but an entry in the audit trail. */
    record ToldByHand(Actor actor, TrackingNumber tracking, ParcelState before, ParcelState state, Instant at)
            implements ShipmentEvent {}

    /** Somebody found that units are missing: told when they are booked, in the audit trail at once. */
    record FoundShort(Actor actor, String before, Reason reason, Instant at) implements ShipmentEvent {}
}
