package io.niaga.fulfillment.stock;

import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.UseCase;
import java.util.Optional;

/** Shows rows of stock and their movements to those who may see them. */
@UseCase
public final class ReadStock {
    private static final String ACTION = "stock:read";
    private final Stocks stocks;
    private final Movements movements;
    private final Warehouses warehouses;
    private final Permissions permissions;

    public ReadStock(Stocks stocks, Movements movements, Warehouses warehouses, Permissions permissions) {
        this.stocks = stocks;
        this.movements = movements;
        this.warehouses = warehouses;
        this.permissions = permissions;
    }

    /** The row in the named warehouse, else in the store's default. */
    public Stock find(Actor actor, CountStock.Place place) {
        permissions.require(actor, ACTION, place.store());
        return Optional.ofNullable(place.warehouse())
                .or(() -> warehouses.ofStore(place.store()).map(StoreWarehouses::byDefault))
                .flatMap(w -> stocks.find(new StockKey(place.store(), place.sku(), w)))
                .orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    public Page<Stock> list(Actor actor, Stocks.Listing listing) {
        permissions.require(actor, ACTION, listing.store());
        return stocks.list(listing);
    }

    public Page<Movement> movements(Actor actor, Movements.Listing listing) {
        permissions.require(actor, ACTION, listing.store());
        return movements.list(listing);
    }
}
