package io.niaga.types;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who makes a call, as far as it was proven: by a token, or not at all. The body of a request never says it. */
public sealed interface Actor {
    /** A signed-in person: platform roles, and roles per store. */
    record Person(UserId id, Set<Role> roles, Map<StoreId, Set<Role>> stores) implements Actor {
        public Person {
            roles = Set.copyOf(roles);
            stores = stores.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
        }
    }

    /** Another service of the platform, speaking for itself or for a person. */
    record Service(String clientId, Optional<UserId> onBehalfOf) implements Actor {}

    /**
     * A partner's program, speaking for itself.
     *
     * @param scopes what its token is for, as the identity server names it; nothing else may be done with it
     * @param stores where it may be done
     */
    record Partner(String clientId, Set<String> scopes, Set<StoreId> stores) implements Actor {
        public Partner {
            scopes = Set.copyOf(scopes);
            stores = Set.copyOf(stores);
        }
    }

    /** Somebody without an account: the resources whose token was shown (a cart, an order), maybe none. */
    record Guest(Set<TypeId> holds) implements Actor {
        /** Nobody known. */
        public static final Guest ANONYMOUS = new Guest(Set.of());

        public Guest {
            holds = Set.copyOf(holds);
        }
    }

    default Optional<UserId> person() {
        return switch (this) {
            case Person person -> Optional.of(person.id());
            case Service service -> service.onBehalfOf();
            case Partner ignored -> Optional.empty();
            case Guest ignored -> Optional.empty();
        };
    }

    /** Whether a token for exactly this resource, or for one with the same bits (an order's payment), was shown. */
    default boolean holds(TypeId resource) {
        return this instanceof Guest guest
                && guest.holds().stream().anyMatch(held -> held.uuid().equals(resource.uuid()));
    }

    default boolean is(Role role) {
        return switch (this) {
            case Person person -> person.roles().contains(role);
            case Service ignored -> role == Role.SERVICE;
            case Partner ignored -> false;
            case Guest ignored -> role == Role.GUEST;
        };
    }

    default boolean is(Role role, StoreId store) {
        return switch (this) {
            case Person person -> person.stores().getOrDefault(store, Set.of()).contains(role);
            case Partner partner -> role == Role.PARTNER && partner.stores().contains(store);
            case Service ignored -> false;
            case Guest ignored -> false;
        };
    }

    /** Whether the token reaches that far; only a partner's is limited by scopes. */
    default boolean mayUse(Grant grant) {
        return !(this instanceof Partner partner)
                || (grant.tokenScope() != null && partner.scopes().contains(grant.tokenScope()));
    }

    /** The stores in which the actor holds any role. */
    default Set<StoreId> memberOf() {
        return switch (this) {
            case Person person -> person.stores().keySet();
            case Partner partner -> partner.stores();
            case Service ignored -> Set.of();
            case Guest ignored -> Set.of();
        };
    }

    /** The name for logs and audit entries: an id, never a person's name. */
    default String label() {
        return switch (this) {
            case Person person -> person.id().value();
            case Service service -> service.clientId();
            case Partner partner -> partner.clientId();
            case Guest ignored -> "guest";
        };
    }
}
