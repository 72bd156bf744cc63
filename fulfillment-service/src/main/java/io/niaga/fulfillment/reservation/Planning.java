package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says from where an order could be served as the rows stand now; only taking the units makes it true. */
public final class Planning {
    private final Stocks stocks;
    private final Warehouses warehouses;

    public Planning(Stocks stocks, Warehouses warehouses) {
        this.stocks = stocks;
        this.warehouses = warehouses;
    }

    Allocation plan(ReserveCommand command) {
        StoreId store = command.order().store();
        Map<StockKey, Integer> available = stocks.of(store, command.skus()).stream()
                .collect(Collectors.toMap(Stock::key, row -> row.buckets().available()));
        List<WarehouseId> having =
                available.keySet().stream().map(StockKey::warehouse).distinct().toList();
        return Allocation.of(command.lines(), new Allocation.Shelves(store, inOrder(store, having), available));
    }

    /** Most stores have one warehouse: no need to ask which comes first. */
    private List<WarehouseId> inOrder(StoreId store, List<WarehouseId> having) {
        if (having.size() < 2) {
            return having;
        }
        return warehouses.ofStore(store).map(StoreWarehouses::inOrder).orElse(having);
    }
}
