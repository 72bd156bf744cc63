package io.niaga.users.partner;

import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import org.jspecify.annotations.Nullable;

/** Shows partners' programs to the staff of their stores. */
@UseCase
public final class ReadApiClients {
    private final ApiClients clients;
    private final ApiClientAccess access;
    private final Permissions permissions;

    public ReadApiClients(ApiClients clients, ApiClientAccess access) {
        this.clients = clients;
        this.access = access;
        this.permissions = access.permissions();
    }

    public ApiClient find(Actor actor, ApiClientId id) {
        return access.requireVisible(actor, clients, id);
    }

    /** @param store null: of all stores */
    public Page<ApiClient> list(Actor actor, @Nullable StoreId store, int limit, @Nullable String after) {
        if (store == null) {
            permissions.requireAll(actor, ApiClientAccess.READ);
        } else {
            permissions.require(actor, ApiClientAccess.READ, store);
        }
        return clients.list(store, limit, after);
    }
}
