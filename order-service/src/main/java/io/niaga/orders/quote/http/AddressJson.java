package io.niaga.orders.quote.http;

import io.niaga.orders.quote.Address;
import io.niaga.types.CommonProblem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shipping address, as callers send it and as those who may see it are shown it. */
public record AddressJson(
        @NotBlank @Size(max = 100) @Pattern(regexp = AddressJson.ONE_LINE)
        String recipient,

        @Pattern(regexp = AddressJson.E164) String phone,
        @Size(min = 1, max = 4) List<@NotBlank @Size(max = 120) @Pattern(regexp = AddressJson.ONE_LINE) String> lines,

        @Pattern(regexp = "[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}") @Nullable
        String villageCode,

        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 -]{1,9}") String postalCode,
        @Pattern(regexp = "[A-Z]{2}") String country) {
    /** International form of a phone number. */
    public static final String E164 = "\\+[1-9][0-9]{6,14}";

    static final String ONE_LINE = "[^\\p{Cntrl}]*";

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final String INDONESIA = "ID";

    public static AddressJson of(Address address) {
        return new AddressJson(
                address.recipient(),
                address.phone(),
                address.lines(),
                address.villageCode(),
                address.postalCode(),
                address.country());
    }

    /** The address, when country and postal code are real ones. */
    public Address address() {
        if (!COUNTRIES.contains(country)) {
            throw invalid("country", "There is no such country code in ISO 3166-1.");
        }
        if (country.equals(INDONESIA) && !postalCode.matches("[0-9]{5}")) {
            throw invalid("postalCode", "An Indonesian postal code has five digits.");
        }
        return new Address(recipient.strip(), phone, lines, villageCode, postalCode, country);
    }

    private static RuntimeException invalid(String field, String message) {
        return CommonProblem.INVALID_REQUEST.now().at("/shippingAddress/" + field, "INVALID", message);
    }
}
