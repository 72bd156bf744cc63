package io.niaga.users.store;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.ProblemException;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import java.util.List;
import java.util.Set;

/**
 * Gives people roles in a store. The store is written first, then the identity server's groups; until that succeeded the
 * caller is told so and repeats, which is safe.
 */
@UseCase
public final class AppointMember {
    private final Stores stores;
    private final Directory directory;
    private final Permissions permissions;

    public AppointMember(Stores stores, Directory directory, Permissions permissions) {
        this.stores = stores;
        this.directory = directory;
        this.permissions = permissions;
    }

    /**
     * Whom a mail address names, told to those alone who may appoint them. Nobody who has not shown that it is theirs: whoever
     * registers first with somebody else's would be given the store.
     *
     * @throws ProblemException MEMBER_UNKNOWN, MEMBER_AMBIGUOUS, MEMBER_UNVERIFIED, SERVICE_UNAVAILABLE
     */
    public UserId named(Actor actor, StoreId id, String email) {
        managed(actor, id);
        List<Directory.Person> named = directory.withEmail(email);
        if (named.isEmpty()) {
            throw StoreProblem.MEMBER_UNKNOWN.now();
        }
        if (named.size() > 1) {
            throw StoreProblem.MEMBER_AMBIGUOUS.now();
        }
        if (!named.getFirst().emailVerified()) {
            throw StoreProblem.MEMBER_UNVERIFIED.now();
        }
        return named.getFirst().id();
    }

    /**
     * Gives roles to someone who has none here; to have given them these before is fine.
     *
     * @throws ProblemException MEMBER_KNOWN, MEMBER_UNKNOWN, CONCURRENT_CHANGE, SERVICE_UNAVAILABLE
     */
    public Store add(Actor actor, StoreId id, UserId person, Set<Role> roles) {
        Store store = managed(actor, id);
        if (store.rolesOf(person).isEmpty()) {
            save(actor, store, person, roles);
        } else if (!store.rolesOf(person).equals(roles)) {
            throw StoreProblem.MEMBER_KNOWN.with("userId", person);
        }
        return mirrored(id, person);
    }

    /**
     * Makes someone's roles exactly these. Who changes those of a member says which version of the store they saw; where
     * nothing changes, as in a repetition, that does not matter.
     *
     * @throws ProblemException MEMBER_UNKNOWN, STALE_VERSION, PRECONDITION_REQUIRED, CONCURRENT_CHANGE, SERVICE_UNAVAILABLE
     */
    public Store appoint(Actor actor, StoreId id, UserId person, Set<Role> roles, Precondition precondition) {
        Store store = managed(actor, id);
        Set<Role> before = store.rolesOf(person);
        if (!before.equals(roles)) {
            if (before.isEmpty()) {
                precondition.check(store.revision());
            } else {
                precondition.require(store.revision());
            }
            save(actor, store, person, roles);
        }
        return mirrored(id, person);
    }

    /**
     * Lets someone leave; also who is no member any more, as the identity server may not have been told when they left.
     *
     * @throws ProblemException as {@link #appoint}; NOT_FOUND for no member
     */
    public void dismiss(Actor actor, StoreId id, UserId person, Precondition precondition) {
        boolean member = !managed(actor, id).rolesOf(person).isEmpty();
        appoint(actor, id, person, Set.of(), precondition);
        if (!member) {
            throw CommonProblem.NOT_FOUND.now();
        }
    }

    private Store managed(Actor actor, StoreId id) {
        permissions.require(actor, "member:write", id);
        return stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    private void save(Actor actor, Store store, UserId person, Set<Role> roles) {
        Set<Role> before = store.rolesOf(person);
        if (before.isEmpty() && directory.find(person).isEmpty()) {
            throw StoreProblem.MEMBER_UNKNOWN.now();
        }
        store.appoint(person, roles);
        if (!stores.save(store, new StoreChange.Member(actor, person, before, roles))) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
    }

    /** What is stored counts, not what was asked for: of several at once, whoever mirrors last leaves the latest roles. */
    private Store mirrored(StoreId id, UserId person) {
        Store store = stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        Set<Role> mirrored;
        do {
            mirrored = store.rolesOf(person);
            mirror(id, person, mirrored);
            store = stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        } while (!mirrored.equals(store.rolesOf(person)));
        return store;
    }

    private void mirror(StoreId id, UserId person, Set<Role> roles) {
        try {
            directory.setRoles(person, id, roles);
        } catch (ProblemException gone) {
            // Who is gone from the identity server can still leave a store.
            if (gone.problem() != CommonProblem.NOT_FOUND || !roles.isEmpty()) {
                throw gone;
            }
        }
    }
}
