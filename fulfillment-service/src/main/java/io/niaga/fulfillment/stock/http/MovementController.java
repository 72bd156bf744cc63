package io.niaga.fulfillment.stock.http;

import io.niaga.fulfillment.stock.Movement;
import io.niaga.fulfillment.stock.Movements;
import io.niaga.fulfillment.stock.ReadStock;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.WhichStore;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MovementController {
    private final ReadStock read;

    MovementController(ReadStock read) {
        this.read = read;
    }

    @Operation(summary = "List the movements of a store's stock, newest first")
    @GetMapping("/v1/stock-movements")
    ResponseEntity<Page<MovementJson>> listStockMovements(
            Actor actor,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable Sku sku,
            @RequestParam(required = false) @Nullable WarehouseId warehouse,
            PageRequest page) {
        StoreId which = WhichStore.of(store, actor);
        String cursor = page.after();
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        Page<Movement> found = read.movements(actor, new Movements.Listing(which, sku, warehouse, page.limit(), after));
        String next = found.nextCursor();
        List<MovementJson> items = found.items().stream().map(MovementJson::of).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }
}
