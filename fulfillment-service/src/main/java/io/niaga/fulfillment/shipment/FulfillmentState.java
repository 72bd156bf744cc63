package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.reservation.Missing;
import java.util.List;
import java.util.Optional;

/** Where an order's goods are. */
public sealed interface FulfillmentState {
    /** The order is confirmed, its units are not committed here yet; not shown to anybody. */
    record PaymentAssured() implements FulfillmentState {}

    /** The shelves are known. */
    record Sourced() implements FulfillmentState {}

    /** The warehouse may pick. */
    record Released() implements FulfillmentState {}

    /** Somebody is at the shelves; from here it is not cancelled. */
    record Picking() implements FulfillmentState {}

    /** Everything was taken from the shelves. */
    record Picked() implements FulfillmentState {}

    /** It is in its box. */
    record Packed(int weightGrams) implements FulfillmentState {}

    /** The carrier has it; its units left the stock. */
    record HandedOver(int weightGrams, List<Parcel> parcels) implements FulfillmentState {
        public HandedOver {
            parcels = List.copyOf(parcels);
        }
    }

    /** The customer has all of it. */
    record Delivered(int weightGrams, List<Parcel> parcels) implements FulfillmentState {
        public Delivered {
            parcels = List.copyOf(parcels);
        }
    }

    /** It is on its way back. */
    record ReturnToSender(int weightGrams, List<Parcel> parcels) implements FulfillmentState {
        public ReturnToSender {
            parcels = List.copyOf(parcels);
        }
    }

    /** It came back and was inspected; what can be sold again is in the stock. */
    record ReceivedBack(int weightGrams, List<Parcel> parcels) implements FulfillmentState {
        public ReceivedBack {
            parcels = List.copyOf(parcels);
        }
    }

    /** The carrier lost or damaged it; it will not arrive. */
    record Lost(int weightGrams, List<Parcel> parcels) implements FulfillmentState {
        public Lost {
            parcels = List.copyOf(parcels);
        }
    }

    /** Units were not there to be picked: nothing will be shipped, and what it has of the stock is being booked. */
    record EndingShort(Missing missing) implements FulfillmentState {}

    /** Nothing was shipped; what is missing left the stock, the rest can be sold again. */
    record RanShort(Missing missing) implements FulfillmentState {}

    /** The order was cancelled or expired before anything was picked. */
    record Cancelled() implements FulfillmentState {}

    /** The stable name. */
    default String name() {
        return switch (this) {
            case PaymentAssured _ -> "PAYMENT_ASSURED";
            case Sourced _ -> "SOURCED";
            case Released _ -> "RELEASED";
            case Picking _ -> "PICKING";
            case Picked _ -> "PICKED";
            case Packed _ -> "PACKED";
            case HandedOver _ -> "HANDED_OVER";
            case Delivered _ -> "DELIVERED";
            case ReturnToSender _ -> "RETURN_TO_SENDER";
            case ReceivedBack _ -> "RECEIVED_BACK";
            case Lost _ -> "LOST";
            case EndingShort _ -> "ENDING_SHORT";
            case RanShort _ -> "SHORT";
            case Cancelled _ -> "CANCELLED";
        };
    }

    /** What the carrier has of it. */
    default List<Parcel> parcels() {
        return switch (this) {
            case HandedOver handed -> handed.parcels();
            case Delivered delivered -> delivered.parcels();
            case ReturnToSender returned -> returned.parcels();
            case ReceivedBack back -> back.parcels();
            case Lost lost -> lost.parcels();
            case PaymentAssured _, Sourced _, Released _, Picking _, Picked _, Packed _ -> List.of();
            case EndingShort _, RanShort _, Cancelled _ -> List.of();
        };
    }

    /** What was not there to be picked. */
    default Optional<Missing> lacking() {
        return switch (this) {
            case EndingShort ending -> Optional.of(ending.missing());
            case RanShort ended -> Optional.of(ended.missing());
            case PaymentAssured _, Sourced _, Released _, Picking _, Picked _, Packed _ -> Optional.empty();
            case HandedOver _, Delivered _, ReturnToSender _, ReceivedBack _, Lost _, Cancelled _ -> Optional.empty();
        };
    }

    /** Whether nobody was at the shelves for it. */
    default boolean isBeforePicking() {
        return switch (this) {
            case PaymentAssured _, Sourced _, Released _ -> true;
            case Picking _, Picked _, Packed _, HandedOver _, Delivered _ -> false;
            case ReturnToSender _, ReceivedBack _, Lost _, Cancelled _ -> false;
            case EndingShort _, RanShort _ -> false;
        };
    }
}
