package io.niaga.fulfillment.warehouse;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which store somebody means who need not name one: the only one they belong to. */
public final class WhichStore {
    private WhichStore() {}

    public static StoreId of(@Nullable StoreId named, Actor actor) {
        if (named != null) {
            return named;
        }
        Set<StoreId> own = actor.memberOf();
        if (own.size() == 1) {
            return own.iterator().next();
        }
        if (actor instanceof Actor.Guest) {
            throw CommonProblem.UNAUTHENTICATED.now();
        }
        if (own.isEmpty() && !actor.is(Role.OPERATOR)) {
            throw CommonProblem.FORBIDDEN.with("action", "store:work");
        }
        throw CommonProblem.INVALID_PARAMETER
                .with("parameter", "store")
                .with("reason", "it names a store, unless you belong to one only");
    }
}
