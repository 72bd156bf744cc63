package io.niaga.users.store;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.ProblemException;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
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

    public Store members(Actor actor, StoreId id) {
        permissions.require(actor, "member:read", id);
        return stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    /** @throws io.niaga.types.ProblemException MEMBER_UNKNOWN, CONCURRENT_CHANGE, SERVICE_UNAVAILABLE */
    public Store appoint(Actor actor, StoreId id, UserId person, Set<Role> roles) {
        permissions.require(actor, "member:write", id);
        Store store = stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        Set<Role> before = store.members().getOrDefault(person, Set.of());
        if (before.isEmpty() && !roles.isEmpty() && directory.find(person).isEmpty()) {
            throw StoreProblem.MEMBER_UNKNOWN.now();
        }
        if (!before.equals(roles)) {
            store.appoint(person, roles);
            if (!stores.save(store, new StoreChange.Member(actor, person, before, roles))) {
                throw CommonProblem.CONCURRENT_CHANGE.now();
            }
        }
        return mirrored(id, person);
    }

    /** What is stored counts, not what was asked for: of several at once, whoever mirrors last leaves the latest roles. */
    private Store mirrored(StoreId id, UserId person) {
        Store store = stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        Set<Role> mirrored;
        do {
            mirrored = store.members().getOrDefault(person, Set.of());
            mirror(id, person, mirrored);
            store = stores.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        } while (!mirrored.equals(store.members().getOrDefault(person, Set.of())));
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
