package io.niaga.users.store.http;

import io.niaga.service.openapi.Among;
import io.niaga.types.Role;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import io.niaga.users.account.MailAddress;
import io.niaga.users.store.Member;
import io.niaga.users.store.StoreProblem;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who works in a store with which roles, and enough of them for colleagues to know them by.
 *
 * @param name null when the identity server knows none
 * @param maskedEmail {@code b***@example.com}; null when the identity server knows them no more
 */
record MemberJson(
        UserId userId,

        @Among(
                value = Role.class,
                without = {"operator", "service", "customer", "partner", "guest"})
        List<String> roles,

        @Nullable String name,
        @Nullable String maskedEmail) {
    static MemberJson of(Member member) {
        Directory.Person person = member.person();
        return new MemberJson(
                member.id(),
                member.roles().stream().map(Role::wireName).sorted().toList(),
                person == null || person.name().isBlank() ? null : person.name(),
                person == null ? null : MailAddress.masked(person.email()));
    }

    /** Exactly the roles that somebody shall have. */
    record RolesJson(
            @Among(
                    value = Role.class,
                    without = {"operator", "service", "customer", "partner", "guest"})
            @NotEmpty
            @Size(max = 6)
            List<String> roles) {
        Set<Role> toRoles() {
            return staff(roles);
        }
    }

    /** Whom to give which roles. */
    record AppointmentJson(
            @Size(max = MailAddress.LONGEST) @Pattern(regexp = MailAddress.PATTERN)
            String email,

            @Among(
                    value = Role.class,
                    without = {"operator", "service", "customer", "partner", "guest"})
            @NotEmpty
            @Size(max = 6)
            List<String> roles) {
        Set<Role> toRoles() {
            return staff(roles);
        }

        /** Nothing personal in logs, whoever prints it. */
        @Override
        public String toString() {
            return "AppointmentJson" + roles;
        }
    }

    private static Set<Role> staff(List<String> names) {
        return names.stream()
                .map(name -> Role.ofWireName(name)
                        .filter(Role::isOfStaff)
                        .orElseThrow(() -> StoreProblem.ROLE_UNKNOWN.with("role", name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
