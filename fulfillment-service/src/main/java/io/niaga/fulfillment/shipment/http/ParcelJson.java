package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.shipment.Parcel;
import io.niaga.fulfillment.shipment.ParcelState;
import io.niaga.service.openapi.Among;

/** A parcel as staff see it. */
record ParcelJson(
        String tracking,
        String carrier,
        String service,
        @Among(ParcelState.class) String state) {
    static ParcelJson of(Parcel parcel) {
        return new ParcelJson(
                parcel.tracking().value(),
                parcel.carrier(),
                parcel.service(),
                parcel.state().name());
    }
}
