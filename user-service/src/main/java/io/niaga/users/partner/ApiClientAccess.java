package io.niaga.users.partner;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import java.util.List;

/** Who sees a partner's program (the staff of any of its stores) and who changes it (who may in all of them). */
public record ApiClientAccess(Permissions permissions) {
    public static final String READ = "api-client:read";
    public static final String WRITE = "api-client:write";

    /** Which of its stores the actor may know of. */
    public List<StoreId> visibleStores(Actor actor, ApiClient client) {
        return client.stores().stream()
                .filter(store -> permissions.allows(actor, READ, store))
                .toList();
    }

    /** One whose end is decided is not there, and one of other stores is not there either. */
    ApiClient requireVisible(Actor actor, ApiClients clients, ApiClientId id) {
        ApiClient client = clients.find(id)
                .filter(c -> !(c.state() instanceof ApiClientState.Removed))
                .orElseThrow(() -> absent(actor));
        if (visibleStores(actor, client).isEmpty()) {
            throw absent(actor);
        }
        return client;
    }

    /** Strangers are told to sign in, people who see none anywhere that it is not for them. */
    private RuntimeException absent(Actor actor) {
        boolean somewhere = permissions.allowsAll(actor, READ)
                || actor.memberOf().stream().anyMatch(store -> permissions.allows(actor, READ, store));
        if (!somewhere) {
            permissions.requireAll(actor, READ);
        }
        return CommonProblem.NOT_FOUND.now();
    }

    ApiClient requireWritable(Actor actor, ApiClients clients, ApiClientId id) {
        ApiClient client = requireVisible(actor, clients, id);
        if (!client.stores().stream().allMatch(store -> permissions.allows(actor, WRITE, store))) {
            throw CommonProblem.FORBIDDEN.with("action", WRITE);
        }
        return client;
    }
}
