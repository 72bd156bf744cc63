package io.niaga.fulfillment.warehouse;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.Optional;

/** Shows a store's warehouses to its staff. */
@UseCase
public final class ReadWarehouses {
    private static final String ACTION = "warehouse:read";
    private final Warehouses warehouses;
    private final Permissions permissions;

    public ReadWarehouses(Warehouses warehouses, Permissions permissions) {
        this.warehouses = warehouses;
        this.permissions = permissions;
    }

    /** Empty when the store has none yet. */
    public Optional<StoreWarehouses> ofStore(Actor actor, StoreId store) {
        permissions.require(actor, ACTION, store);
        return warehouses.ofStore(store);
    }

    public StoreWarehouses holding(Actor actor, WarehouseId id) {
        Optional<StoreWarehouses> holding = warehouses.holding(id);
        if (holding.isEmpty()) {
            // Staff of any store learn that it is not there, everybody else that it is not for them.
            permissions.requireAll(actor, ACTION);
            throw CommonProblem.NOT_FOUND.now();
        }
        permissions.require(actor, ACTION, holding.get().store());
        return holding.get();
    }
}
