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
            case Guest ignored -> role == Role.GUEST;
        };
    }

    default boolean is(Role role, StoreId store) {
        return this instanceof Person person
                && person.stores().getOrDefault(store, Set.of()).contains(role);
    }

    /** The stores in which the actor holds any role. */
    default Set<StoreId> memberOf() {
        return this instanceof Person person ? person.stores().keySet() : Set.of();
    }

    /** The name for logs and audit entries: an id, never a person's name. */
    default String label() {
        return switch (this) {
            case Person person -> person.id().value();
            case Service service -> service.clientId();
            case Guest ignored -> "guest";
        };
    }
}
