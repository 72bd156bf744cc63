package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a carrier has, and what it reported; the last report says where it is. */
public record Parcel(TrackingNumber tracking, String carrier, String service, List<Report> reports) {
    public Parcel {
        reports = List.copyOf(reports);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("a parcel is somewhere");
        }
    }

    /** Something that a carrier said about a parcel. */
    public record Report(ParcelState state, Instant at) {}

    static Parcel given(TrackingNumber tracking, String carrier, String service, Instant at) {
        return new Parcel(tracking, carrier, service, List.of(new Report(ParcelState.PRE_TRANSIT, at)));
    }

    public ParcelState state() {
        return reports.getLast().state();
    }

    Parcel reported(Report report) {
        List<Report> all = new ArrayList<>(reports);
        all.add(report);
        return new Parcel(tracking, carrier, service, all);
    }
}
