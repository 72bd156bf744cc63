package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.shipment.Parcel;

/** A parcel as staff see it. */
record ParcelJson(String tracking, String carrier, String service, String state) {
    static ParcelJson of(Parcel parcel) {
        return new ParcelJson(
                parcel.tracking().value(),
                parcel.carrier(),
                parcel.service(),
                parcel.state().name());
    }
}
