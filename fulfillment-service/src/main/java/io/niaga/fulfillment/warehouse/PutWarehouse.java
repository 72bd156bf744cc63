package io.niaga.fulfillment.warehouse;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import org.jspecify.annotations.Nullable;

/** Sets up a warehouse under the id that the caller chose, or changes it. */
@UseCase
public final class PutWarehouse {
    private static final String ACTION = "warehouse:write";
    private final Warehouses warehouses;
    private final Permissions permissions;

    public PutWarehouse(Warehouses warehouses, Permissions permissions) {
        this.warehouses = warehouses;
        this.permissions = permissions;
    }

    /** @param isDefault null: as it is, or the default when it is the store's first */
    public record Command(
            StoreId store, Warehouse warehouse, @Nullable Boolean isDefault) {}

    /** The store's warehouses afterwards. */
    public StoreWarehouses put(Actor actor, Command command, Precondition precondition) {
        WarehouseId id = command.warehouse().id();
        StoreWarehouses known = known(actor, command);
        precondition.check(known == null ? Revision.NEW : known.revision());
        StoreWarehouses changed = known == null
                ? StoreWarehouses.opened(command.store(), command.warehouse())
                : known.with(command.warehouse(), isDefault(known, command));
        WarehouseChanged fact = new WarehouseChanged(
                actor,
                changed.store(),
                known == null ? null : known.find(id).orElse(null),
                command.warehouse(),
                known != null && known.isDefault(id),
                changed.isDefault(id));
        if (!fact.changes().isEmpty() && !warehouses.save(changed, fact)) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        return warehouses.ofStore(command.store()).orElse(changed);
    }

    private @Nullable StoreWarehouses known(Actor actor, Command command) {
        WarehouseId id = command.warehouse().id();
        StoreWarehouses holding = warehouses.holding(id).orElse(null);
        if (holding == null) {
            permissions.require(actor, ACTION, command.store());
            return warehouses.ofStore(command.store()).orElse(null);
        }
        permissions.require(actor, ACTION, holding.store());
        permissions.require(actor, ACTION, command.store());
        if (!holding.store().equals(command.store())) {
            throw WarehouseProblem.WAREHOUSE_STORE_FIXED.with("warehouse", id.value());
        }
        return holding;
    }

    private static boolean isDefault(StoreWarehouses known, Command command) {
        Boolean wanted = command.isDefault();
        return wanted == null ? known.isDefault(command.warehouse().id()) : wanted;
    }
}
