package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.shipment.ParcelState;

/** What a carrier tells of a parcel, or somebody who knows it from the carrier. */
record ParcelReport(Type type) {
    enum Type {
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        FAILED_ATTEMPT,
        DELIVERED,
        RETURN_TO_SENDER,
        LOST,
        DAMAGED
    }

    ParcelState state() {
        return ParcelState.valueOf(type.name());
    }
}
