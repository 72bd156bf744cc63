package io.niaga.types;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A service's permission table and the decisions made on it: deny unless a {@link Grant} says otherwise.
 *
 * <p>What is not the actor's is not there: a foreign store's resource answers {@link CommonProblem#NOT_FOUND} to someone who
 * holds the right elsewhere, {@link CommonProblem#FORBIDDEN} to someone who holds it nowhere, and
 * {@link CommonProblem#UNAUTHENTICATED} to someone unknown. Immutable.
 */
public record Permissions(List<Grant> grants) {
    public Permissions {
        grants = List.copyOf(grants);
    }

    /** Whether the actor may do this to a resource of that store (empty: of no store) owned by that person (empty: nobody). */
    public boolean allows(Actor actor, String action, Optional<StoreId> store, Optional<UserId> owner) {
        return grants.stream().anyMatch(g -> g.action().equals(action) && holds(actor, g, store, owner));
    }

    public boolean allows(Actor actor, String action, StoreId store) {
        return allows(actor, action, Optional.of(store), Optional.empty());
    }

    /** Whether the actor may do this to everything there is. */
    public boolean allowsAll(Actor actor, String action) {
        return allows(actor, action, Optional.empty(), Optional.empty());
    }

    public void require(Actor actor, String action, StoreId store) {
        if (!allows(actor, action, store)) {
            throw refusal(actor, action);
        }
    }

    /** For what belongs to a person: themselves, the store's staff, or those who may see all. */
    public void require(Actor actor, String action, Optional<StoreId> store, Optional<UserId> owner) {
        if (!allows(actor, action, store, owner)) {
            throw refusal(actor, action);
        }
    }

    public void requireAll(Actor actor, String action) {
        if (!allowsAll(actor, action)) {
            throw refusal(actor, action);
        }
    }

    /**
     * For a change: every pointer that changes must be covered. Any that is not → {@link CommonProblem#FIELDS_NOT_PERMITTED}
     * naming all of them.
     */
    public void requireFields(Actor actor, String action, StoreId store, Collection<String> changed) {
        require(actor, action, store);
        List<Grant> held = grants.stream()
                .filter(g -> g.action().equals(action) && holds(actor, g, Optional.of(store), Optional.empty()))
                .toList();
        ProblemException refused = CommonProblem.FIELDS_NOT_PERMITTED.with("action", action);
        for (String pointer : new TreeSet<>(changed)) {
            if (held.stream().noneMatch(g -> g.covers(pointer))) {
                refused.at(pointer, "NOT_PERMITTED", "You may not change this field.");
            }
        }
        if (!refused.errors().isEmpty()) {
            throw refused;
        }
    }

    private static boolean holds(Actor actor, Grant grant, Optional<StoreId> store, Optional<UserId> owner) {
        if (!actor.mayUse(grant)) {
            return false;
        }
        return switch (grant.scope()) {
            case ALL -> actor.is(grant.role());
            case STORE -> store.isPresent() && actor.is(grant.role(), store.get());
            case OWN -> actor.is(grant.role()) && owner.isPresent() && owner.equals(actor.person());
        };
    }

    private ProblemException refusal(Actor actor, String action) {
        if (actor instanceof Actor.Guest) {
            return CommonProblem.UNAUTHENTICATED.now();
        }
        boolean elsewhere = grants.stream().anyMatch(g -> g.action().equals(action) && heldAnywhere(actor, g));
        return elsewhere ? CommonProblem.NOT_FOUND.now() : CommonProblem.FORBIDDEN.with("action", action);
    }

    private static boolean heldAnywhere(Actor actor, Grant grant) {
        if (!actor.mayUse(grant)) {
            return false;
        }
        return switch (grant.scope()) {
            case ALL, OWN -> actor.is(grant.role());
            case STORE -> actor.memberOf().stream().anyMatch(s -> actor.is(grant.role(), s));
        };
    }
}
