package io.niaga.users.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a person wants things sent; {@code villageCode} is Indonesia's administrative code where it is known. */
public record Address(
        String id,
        @Nullable String label,
        String recipient,
        String phone,
        List<String> lines,
        @Nullable String villageCode,
        String postalCode,
        String country) {
    public Address {
        lines = List.copyOf(lines);
    }
}
