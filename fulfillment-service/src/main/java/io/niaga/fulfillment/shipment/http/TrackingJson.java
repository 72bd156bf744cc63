package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.shipment.Goods;
import io.niaga.fulfillment.shipment.Parcel;
import io.niaga.fulfillment.shipment.ParcelState;
import io.niaga.fulfillment.shipment.ReadFulfillments;
import io.niaga.service.openapi.Among;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parcel's way as anyone with its number sees it: nothing about a person or an order. */
record TrackingJson(
        String tracking,
        String carrier,
        String service,
        @Among(ParcelState.class) String state,
        @Nullable Instant promisedBy,
        List<ReportJson> events) {

    record ReportJson(@Among(ParcelState.class) String state, Instant at) {}

    static TrackingJson of(ReadFulfillments.Tracked tracked) {
        Parcel parcel = tracked.parcel();
        Goods goods = tracked.fulfillment().goods();
        return new TrackingJson(
                parcel.tracking().value(),
                parcel.carrier(),
                parcel.service(),
                parcel.state().name(),
                goods == null ? null : goods.shipping().promisedBy(),
                parcel.reports().stream()
                        .map(r -> new ReportJson(r.state().name(), r.at()))
                        .toList());
    }
}
