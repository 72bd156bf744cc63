package io.niaga.fulfillment.carrier;

import io.niaga.fulfillment.reservation.Address;

/**
 * A parcel to be carried.
 *
 * @param reference ours; the same one is the same parcel, however often it is given
 * @param weightGrams with its packing
 */
public record Consignment(String reference, String service, int weightGrams, Address to) {}
