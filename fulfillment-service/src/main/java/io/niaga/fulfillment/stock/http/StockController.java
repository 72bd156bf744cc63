package io.niaga.fulfillment.stock.http;

import io.niaga.fulfillment.stock.CountStock;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.ReadStock;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.WhichStore;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.identity.CurrentActor;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Precondition;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {
    private final CountStock count;
    private final ReadStock read;
    private final LowStock low;

    StockController(CountStock count, ReadStock read, LowStock low) {
        this.count = count;
        this.read = read;
        this.low = low;
    }

    @Operation(summary = "Set what was counted of a SKU")
    @SecurityRequirement(name = "bearer")
    @PutMapping("/v1/stock/{sku}")
    ResponseEntity<StockJson> putStock(
            @PathVariable Sku sku,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable WarehouseId warehouse,
            @RequestBody StockJson.Count body,
            Precondition precondition) {
        Actor actor = CurrentActor.get().orElse(Actor.Guest.ANONYMOUS);
        var place = new CountStock.Place(WhichStore.of(store, actor), sku, warehouse);
        return answer(count.count(actor, place, body.toCount(), precondition));
    }

    @Operation(summary = "Read the stock of a SKU in one warehouse")
    @GetMapping("/v1/stock/{sku}")
    ResponseEntity<StockJson> getStock(
            Actor actor,
            @PathVariable Sku sku,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable WarehouseId warehouse) {
        return answer(read.find(actor, new CountStock.Place(WhichStore.of(store, actor), sku, warehouse)));
    }

    @Operation(summary = "List a store's stock")
    @GetMapping("/v1/stock")
    ResponseEntity<Page<StockJson>> listStock(
            Actor actor,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable WarehouseId warehouse,
            PageRequest page) {
        StoreId which = WhichStore.of(store, actor);
        String cursor = page.after();
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        Page<Stock> found = read.list(actor, new Stocks.Listing(which, warehouse, page.limit(), after));
        String next = found.nextCursor();
        List<StockJson> items =
                found.items().stream().map(row -> StockJson.of(row, low)).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }

    private ResponseEntity<StockJson> answer(Stock row) {
        return Etags.ok(row.revision(), StockJson.of(row, low));
    }
}
