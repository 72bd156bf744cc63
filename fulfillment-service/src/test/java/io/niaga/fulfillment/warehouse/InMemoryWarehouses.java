package io.niaga.fulfillment.warehouse;

import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Warehouses in memory. */
public final class InMemoryWarehouses implements Warehouses {
    private final Map<StoreId, StoreWarehouses> kept = new HashMap<>();

    @Override
    public synchronized Optional<StoreWarehouses> ofStore(StoreId store) {
        return Optional.ofNullable(kept.get(store));
    }

    @Override
    public synchronized Optional<StoreWarehouses> holding(WarehouseId id) {
        return kept.values().stream().filter(w -> w.find(id).isPresent()).findFirst();
    }

    @Override
    public synchronized boolean save(StoreWarehouses changed, WarehouseChanged fact) {
        Revision seen = ofStore(changed.store()).map(StoreWarehouses::revision).orElse(Revision.NEW);
        if (!seen.equals(changed.revision())) {
            return false;
        }
        kept.put(
                changed.store(),
                new StoreWarehouses(
                        changed.store(),
                        changed.all(),
                        changed.byDefault(),
                        new Revision(seen.version() + 1, 0, true)));
        return true;
    }

    /** A store with these warehouses, the first by default. */
    public InMemoryWarehouses with(StoreId store, WarehouseId... ids) {
        java.util.List<Warehouse> all = java.util.Arrays.stream(ids)
                .map(id -> new Warehouse(id, "Gudang", "ID"))
                .toList();
        kept.put(store, new StoreWarehouses(store, all, ids[0], new Revision(1, 0, true)));
        return this;
    }
}
