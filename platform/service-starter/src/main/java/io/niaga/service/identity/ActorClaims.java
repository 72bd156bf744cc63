package io.niaga.service.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import io.niaga.types.Actor;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the actor out of verified claims: subject, realm roles, store roles from group paths, a partner's scopes.
 *
 * <p>A partner is a client that speaks for itself: in a person's session the role means nothing.
 */
final class ActorClaims {
    private static final String STORES = "/stores/";

    private ActorClaims() {}

    static Actor actor(JWTClaimsSet claims) {
        Set<Role> roles = realmRoles(claims.getClaim("realm_access"));
        if (roles.remove(Role.PARTNER) && claims.getClaim("sid") == null) {
            return partner(claims);
        }
        if (roles.contains(Role.SERVICE)) {
            return new Actor.Service(text(claims.getClaim("azp")), Optional.empty());
        }
        return new Actor.Person(UserId.ofSubject(subject(claims)), roles, staffRoles(claims.getClaim("groups")));
    }

    private static Actor partner(JWTClaimsSet claims) {
        Set<StoreId> stores = new HashSet<>();
        storeRoles(claims.getClaim("groups")).forEach((store, roles) -> {
            if (roles.contains(Role.PARTNER)) {
                stores.add(store);
            }
        });
        Set<String> scopes = claims.getClaim("scope") instanceof String text ? Set.of(text.split(" +")) : Set.of();
        return new Actor.Partner(text(claims.getClaim("azp")), scopes, stores);
    }

    private static Map<StoreId, Set<Role>> staffRoles(@Nullable Object groups) {
        Map<StoreId, Set<Role>> stores = storeRoles(groups);
        stores.values().forEach(roles -> roles.removeIf(role -> !role.isOfStaff()));
        stores.values().removeIf(Set::isEmpty);
        return stores;
    }

    private static UUID subject(JWTClaimsSet claims) {
        try {
            return UUID.fromString(text(claims.getSubject()));
        } catch (IllegalArgumentException malformed) {
            throw VerifiedTokens.refused("the token's subject is not one of ours");
        }
    }

    private static String text(@Nullable Object claim) {
        if (claim instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw VerifiedTokens.refused("the token lacks a claim");
    }

    private static Set<Role> realmRoles(@Nullable Object realmAccess) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (realmAccess == null) {
            return roles;
        }
        if (!(realmAccess instanceof Map<?, ?> access) || !(access.get("roles") instanceof Collection<?> names)) {
            throw VerifiedTokens.refused("the token's roles are malformed");
        }
        names.forEach(name -> Role.ofWireName(String.valueOf(name))
                .filter(role -> role != Role.GUEST && (!role.isOfStore() || role == Role.PARTNER))
                .ifPresent(roles::add));
        return roles;
    }

    private static Map<StoreId, Set<Role>> storeRoles(@Nullable Object groups) {
        Map<StoreId, Set<Role>> stores = new HashMap<>();
        if (groups == null) {
            return stores;
        }
        if (!(groups instanceof Collection<?> paths)) {
            throw VerifiedTokens.refused("the token's groups are malformed");
        }
        for (Object path : paths) {
            if (path instanceof String text && text.startsWith(STORES)) {
                addStoreRole(stores, text.substring(STORES.length()).split("/", -1));
            }
        }
        return stores;
    }

    /** Groups that are not {@code <store>/<role>} grant nothing. */
    private static void addStoreRole(Map<StoreId, Set<Role>> stores, String[] steps) {
        if (steps.length == 2 && TypeId.isValid(StoreId.PREFIX, steps[0])) {
            Role.ofWireName(steps[1])
                    .filter(Role::isOfStore)
                    .ifPresent(role -> stores.computeIfAbsent(StoreId.of(steps[0]), store -> EnumSet.noneOf(Role.class))
                            .add(role));
        }
    }
}
