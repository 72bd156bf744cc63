package io.niaga.fulfillment.stock;

import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.WarehouseProblem;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody counted a SKU: the row is what they say, and what orders have stays theirs. */
@UseCase
public final class CountStock {
    private static final String ACTION = "stock:write";
    /** Takes of a hot SKU come in between; each try fails only because another write succeeded. */
    private static final int TRIES = 200;

    private final Stocks stocks;
    private final Warehouses warehouses;
    private final Permissions permissions;
    private final LowStock low;
    private final Clock clock;

    public CountStock(Stocks stocks, Warehouses warehouses, Permissions permissions, LowStock low, Clock clock) {
        this.stocks = stocks;
        this.warehouses = warehouses;
        this.permissions = permissions;
        this.low = low;
        this.clock = clock;
    }

    /** @param warehouse null: the store's default */
    public record Place(StoreId store, Sku sku, @Nullable WarehouseId warehouse) {}

    public Stock count(Actor actor, Place place, StockCount count, Precondition precondition) {
        permissions.require(actor, ACTION, place.store());
        StockKey key = key(place);
        for (int tries = 0; tries < TRIES; tries++) {
            Stock row = stocks.find(key).orElseGet(() -> Stock.unknown(key, clock.instant()));
            List<String> changes = count.changes(row);
            permissions.requireFields(actor, ACTION, place.store(), changes);
            precondition.check(row.revision());
            if (changes.isEmpty()) {
                return row;
            }
            if (stocks.save(count.on(row, actor, low, clock.instant()))) {
                return stocks.find(key).orElseThrow(CommonProblem.NOT_FOUND::now);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private StockKey key(Place place) {
        StoreWarehouses known = warehouses
                .ofStore(place.store())
                .orElseThrow(() -> WarehouseProblem.NO_WAREHOUSE.with("store", place.store()));
        WarehouseId warehouse = place.warehouse();
        if (warehouse == null) {
            return new StockKey(place.store(), place.sku(), known.byDefault());
        }
        if (known.find(warehouse).isEmpty()) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return new StockKey(place.store(), place.sku(), warehouse);
    }
}
