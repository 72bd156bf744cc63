package io.niaga.orders.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes. Personal: it stays in this service and with the warehouse.
 *
 * @param phone E.164
 * @param villageCode the Indonesian administrative code of the village, when known
 * @param country ISO 3166-1 alpha-2
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

    /** Nothing personal in logs, whoever prints it. */
    @Override
    public String toString() {
        return "Address[" + country + "]";
    }
}
