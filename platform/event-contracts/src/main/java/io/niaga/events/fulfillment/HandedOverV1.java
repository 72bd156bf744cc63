package io.niaga.events.fulfillment;

import java.time.Instant;
import java.util.List;

/**
 * Parcels were given to the carrier; their stock is consumed.
 */
public record HandedOverV1(String fulfillmentId, String orderId, String storeId, List<Parcel> parcels, Instant at) {
    public static final String TYPE = "handed-over.v1";

    /** One parcel with the number by which anyone follows it. */
    public record Parcel(String tracking, String carrier, String service) {}
}
