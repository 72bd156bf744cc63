package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.fulfillment.shipment.FulfillmentState.Delivered;
import io.niaga.fulfillment.shipment.FulfillmentState.HandedOver;
import io.niaga.fulfillment.shipment.FulfillmentState.Lost;
import io.niaga.fulfillment.shipment.FulfillmentState.ReturnToSender;
import java.util.List;
import java.util.Optional;

/** What a carrier reports of a fulfillment's parcels. */
final class ParcelMoves {
    private ParcelMoves() {}

    /** Empty: it is known, or later news are. */
    static Optional<FulfillmentChange> reported(
            Fulfillment f, TrackingNumber tracking, ParcelState reported, Deed deed) {
        if (!(f.state() instanceof HandedOver handed) || !isNews(handed, tracking, reported)) {
            return Optional.empty();
        }
        List<Parcel> parcels = handed.parcels().stream()
                .map(p -> p.tracking().equals(tracking) ? p.reported(new Parcel.Report(reported, deed.at())) : p)
                .toList();
        FulfillmentState next = next(handed.weightGrams(), parcels);
        ShipmentEvent moved = new ShipmentEvent.ParcelMoved(tracking, reported, next instanceof Delivered, deed.at());
        return Optional.of(new FulfillmentChange(f.in(next, deed), List.of(moved)));
    }

    private static boolean isNews(HandedOver handed, TrackingNumber tracking, ParcelState reported) {
        return handed.parcels().stream()
                .anyMatch(p -> p.tracking().equals(tracking) && p.state().isBefore(reported));
    }

    private static FulfillmentState next(int weight, List<Parcel> parcels) {
        if (parcels.stream().allMatch(p -> p.state() == ParcelState.DELIVERED)) {
            return new Delivered(weight, parcels);
        }
        if (parcels.stream().allMatch(p -> p.state() == ParcelState.RETURN_TO_SENDER)) {
            return new ReturnToSender(weight, parcels);
        }
        return parcels.stream().allMatch(p -> p.state() == ParcelState.LOST || p.state() == ParcelState.DAMAGED)
                ? new Lost(weight, parcels)
                : new HandedOver(weight, parcels);
    }
}
