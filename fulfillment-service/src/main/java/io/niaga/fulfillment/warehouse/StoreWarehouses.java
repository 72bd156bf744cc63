package io.niaga.fulfillment.warehouse;

import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All warehouses of one store: one aggregate, so that exactly one of them is the default whenever there is any. The first
 * one is the default until another takes its place.
 */
public record StoreWarehouses(StoreId store, List<Warehouse> all, WarehouseId byDefault, Revision revision) {
    static final int MOST = 100;

    public StoreWarehouses {
        all = all.stream().sorted(Comparator.comparing(Warehouse::id)).toList();
        if (all.stream().noneMatch(w -> w.id().equals(byDefault))) {
            throw new IllegalArgumentException("the default is one of the store's warehouses");
        }
    }

    static StoreWarehouses opened(StoreId store, Warehouse first) {
        return new StoreWarehouses(store, List.of(first), first.id(), Revision.NEW);
    }

    public Optional<Warehouse> find(WarehouseId id) {
        return all.stream().filter(w -> w.id().equals(id)).findFirst();
    }

    public boolean isDefault(WarehouseId id) {
        return byDefault.equals(id);
    }

    /** The order in which warehouses are asked for goods: the default first, then by id. */
    public List<WarehouseId> inOrder() {
        List<WarehouseId> order = new ArrayList<>(List.of(byDefault));
        all.stream().map(Warehouse::id).filter(id -> !isDefault(id)).forEach(order::add);
        return List.copyOf(order);
    }

    /** With this warehouse added, or in the place of the one with its id. */
    StoreWarehouses with(Warehouse warehouse, boolean asDefault) {
        if (!asDefault && isDefault(warehouse.id())) {
            throw WarehouseProblem.DEFAULT_WAREHOUSE_REQUIRED.with("warehouse", warehouse.id());
        }
        List<Warehouse> changed = new ArrayList<>(
                all.stream().filter(w -> !w.id().equals(warehouse.id())).toList());
        if (changed.size() >= MOST) {
            throw WarehouseProblem.TOO_MANY_WAREHOUSES.with("most", MOST);
        }
        changed.add(warehouse);
        return new StoreWarehouses(store, changed, asDefault ? warehouse.id() : byDefault, revision);
    }
}
