package io.niaga.types;

import java.util.Locale;
import java.util.Optional;

/** What someone is: on the platform, in one store, or as a customer. */
public enum Role {
    OPERATOR,
    SERVICE,
    CUSTOMER,
    ADMINISTRATOR,
    SELLER,
    WAREHOUSE,
    SUPPORT,
    MARKETER,
    ANALYST,
    /** A partner's program: a client that speaks for itself in its stores, as far as its token's scopes reach. */
    PARTNER,
    /** Someone without an account who shows a cart's or an order's token, or nobody at all. */
    GUEST;

    /** Whether the role is held in a store (and only there). */
    public boolean isOfStore() {
        return switch (this) {
            case ADMINISTRATOR, SELLER, WAREHOUSE, SUPPORT, MARKETER, ANALYST, PARTNER -> true;
            case OPERATOR, SERVICE, CUSTOMER, GUEST -> false;
        };
    }

    /** Whether a person may hold the role in a store. */
    public boolean isOfStaff() {
        return isOfStore() && this != PARTNER;
    }

    /** The name as the identity server and the permission tables write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofWireName(String name) {
        for (Role role : values()) {
            if (role.wireName().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
