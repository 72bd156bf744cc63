package io.niaga.orders.quote.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.niaga.orders.quote.Address;
import io.niaga.types.PostalAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipping address, as callers send it and as those who may see it are shown it. One that user-service keeps is taken as it
 * answers it: with an id and a label, which mean nothing here.
 */
@JsonIgnoreProperties({"id", "label"})
public record AddressJson(
        @NotBlank @Size(max = PostalAddress.LONGEST_RECIPIENT) @Pattern(regexp = PostalAddress.ONE_LINE)
        String recipient,

        @Pattern(regexp = PostalAddress.PHONE) String phone,

        @Size(min = 1, max = PostalAddress.MOST_LINES)
        List<@NotBlank @Size(max = PostalAddress.LONGEST_LINE) @Pattern(regexp = PostalAddress.ONE_LINE) String> lines,

        @Pattern(regexp = PostalAddress.VILLAGE_CODE) @Nullable
        String villageCode,

        @Pattern(regexp = PostalAddress.POSTAL_CODE) String postalCode,
        @Pattern(regexp = PostalAddress.COUNTRY) String country) {
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
        PostalAddress.check("/shippingAddress", country, postalCode);
        return new Address(recipient.strip(), phone, lines, villageCode, postalCode, country);
    }
}
