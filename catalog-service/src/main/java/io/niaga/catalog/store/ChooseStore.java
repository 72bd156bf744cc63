package io.niaga.catalog.store;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the store that a request is about: the one it names, else the obvious one. */
@UseCase
public final class ChooseStore {
    private final Stores stores;
    private final Permissions permissions;

    public ChooseStore(Stores stores, Permissions permissions) {
        this.stores = stores;
        this.permissions = permissions;
    }

    /** For buyers and visitors: the named store, else the first. */
    public Store forShop(@Nullable StoreId asked) {
        return (asked == null ? stores.first() : stores.find(asked)).orElseThrow(StoreProblem.STORE_UNKNOWN::now);
    }

    /** For staff who may do this: the named store, else the actor's only one, else for an operator the first. */
    public Store forStaff(Actor actor, String action, @Nullable StoreId asked) {
        if (asked != null) {
            permissions.require(actor, action, asked);
            return forShop(asked);
        }
        Set<StoreId> own = actor.memberOf();
        if (own.size() == 1) {
            return forStaff(actor, action, own.iterator().next());
        }
        if (own.isEmpty() && permissions.allowsAll(actor, action)) {
            return forShop(null);
        }
        if (own.isEmpty()) {
            throw actor.is(Role.GUEST)
                    ? CommonProblem.UNAUTHENTICATED.now()
                    : CommonProblem.FORBIDDEN.with("action", action);
        }
        throw StoreProblem.STORE_REQUIRED.now();
    }
}
