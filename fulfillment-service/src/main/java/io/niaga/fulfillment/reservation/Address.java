package io.niaga.fulfillment.reservation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to ship. Personal data: it is never told, logged or shown to anyone but who ships, so its text says nothing.
 *
 * @param villageCode the official code of the village (Indonesia), with dots
 * @param country ISO 3166 with two letters
 */
public record Address(
        String recipient,
        String phone,
        List<String> lines,
        @Nullable String villageCode,
        String postalCode,
        String country) {
    public Address {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "Address[…]";
    }
}
