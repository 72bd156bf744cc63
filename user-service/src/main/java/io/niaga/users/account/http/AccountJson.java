package io.niaga.users.account.http;

import io.niaga.types.PostalAddress;
import io.niaga.types.UserId;
import io.niaga.users.account.Account;
import io.niaga.users.account.Address;
import io.niaga.users.account.MailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as its person sees it. */
record AccountJson(
        UserId id,
        String email,
        @Nullable String name,
        @Nullable String phone,
        String language,
        List<AddressJson> addresses,
        Instant registeredAt) {
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

    static AccountJson of(Account account) {
        return new AccountJson(
                account.id(),
                account.email(),
                account.profile().name(),
                account.profile().phone(),
                account.profile().language(),
                account.addresses().stream().map(AddressJson::of).toList(),
                account.registeredAt());
    }

    /** Who wants an account. */
    record RegistrationJson(
            @Size(max = MailAddress.LONGEST) @Pattern(regexp = MailAddress.PATTERN)
            String email,

            @Size(min = 8, max = 128) String password,
            @Nullable @Size(max = 200) String name,
            @Nullable @Pattern(regexp = PostalAddress.PHONE) String phone,
            @Nullable @Pattern(regexp = LANGUAGE) String language) {}

    /** What a person changes about themselves, as merge patch: absent stays, null empties. */
    record ProfileJson(
            @Nullable @Size(max = 200) String name,
            @Nullable @Pattern(regexp = PostalAddress.PHONE) String phone,
            @Pattern(regexp = LANGUAGE) String language) {}

    /** An address without its id; something can be sent to it, or it is not kept. Older ones are shown as they were kept. */
    record AddressRequestJson(
            @Nullable @Size(max = 50) String label,

            @NotBlank @Size(max = PostalAddress.LONGEST_RECIPIENT) @Pattern(regexp = PostalAddress.ONE_LINE)
            String recipient,

            @Pattern(regexp = PostalAddress.PHONE) String phone,

            @Size(min = 1, max = PostalAddress.MOST_LINES)
            List<@NotBlank @Size(max = PostalAddress.LONGEST_LINE) @Pattern(regexp = PostalAddress.ONE_LINE) String>
                    lines,

            @Nullable @Pattern(regexp = PostalAddress.VILLAGE_CODE)
            String villageCode,

            @Pattern(regexp = PostalAddress.POSTAL_CODE) String postalCode,
            @Pattern(regexp = PostalAddress.COUNTRY) String country) {
        /** The address, when country and postal code are real ones. */
        Address toAddress(String id) {
            PostalAddress.check("", country, postalCode);
            return new Address(id, label, recipient, phone, lines, villageCode, postalCode, country);
        }
    }

    /** An address with its id. */
    record AddressJson(
            String id,
            @Nullable String label,
            String recipient,
            String phone,
            List<String> lines,
            @Nullable String villageCode,
            String postalCode,
            String country) {
        static AddressJson of(Address a) {
            return new AddressJson(
                    a.id(),
                    a.label(),
                    a.recipient(),
                    a.phone(),
                    a.lines(),
                    a.villageCode(),
                    a.postalCode(),
                    a.country());
        }
    }

    /** All of a person's addresses. */
    record AddressesJson(@Valid List<AddressJson> items) {}
}
