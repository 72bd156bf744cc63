package io.niaga.fulfillment.carrier;

import java.util.Set;

/**
 * A carrier that is integrated: it says the numbers of its parcels, and what becomes of them. Whoever hears it gives that to
 * {@link io.niaga.fulfillment.shipment.ReportParcel}.
 */
public interface Carrier {
    /** As shipping tables and requests name it. */
    String name();

    /** What it offers. */
    Set<String> services();

    /** Gives it a parcel. Idempotent by the reference: the same one is answered with the same number. */
    TrackingNumber book(Consignment consignment);
}
