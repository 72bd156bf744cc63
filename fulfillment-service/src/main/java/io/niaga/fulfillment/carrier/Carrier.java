package io.niaga.fulfillment.carrier;

import java.util.Set;

/** Somebody who carries parcels. */
public interface Carrier {
    /** As shipping tables and requests name it. */
    String name();

    /** What it offers. */
    Set<String> services();

    /** Gives it a parcel. Idempotent by the reference: the same one is answered with the same number. */
    TrackingNumber book(Consignment consignment);
}
