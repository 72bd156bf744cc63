package io.niaga.users.account.http;

import io.niaga.types.UserId;
import io.niaga.users.account.Account;
import io.niaga.users.account.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
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
    static final String PHONE = "\\+[1-9][0-9]{6,14}";
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
            @Size(max = 254) @Pattern(regexp = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]{2,}")
            String email,

            @Size(min = 8, max = 128) String password,
            @Nullable @Size(max = 200) String name,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @Pattern(regexp = LANGUAGE) String language) {}

    /** What a person changes about themselves, as merge patch: absent stays, null empties. */
    record ProfileJson(
            @Nullable @Size(max = 200) String name,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Pattern(regexp = LANGUAGE) String language) {}

    /** An address without its id. */
    record AddressRequestJson(
            @Nullable @Size(max = 50) String label,
            @Size(min = 1, max = 200) String recipient,
            @Pattern(regexp = PHONE) String phone,
            @NotEmpty @Size(max = 4) List<@Size(min = 1, max = 200) String> lines,

            @Nullable @Pattern(regexp = "[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?")
            String villageCode,

            @Pattern(regexp = "[A-Za-z0-9 -]{2,12}") String postalCode,
            @Pattern(regexp = "[A-Z]{2}") String country) {
        Address toAddress(String id) {
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
