package io.niaga.fulfillment.warehouse.http;

import io.niaga.fulfillment.warehouse.PutWarehouse;
import io.niaga.fulfillment.warehouse.ReadWarehouses;
import io.niaga.fulfillment.warehouse.StoreWarehouses;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.fulfillment.warehouse.WhichStore;
import io.niaga.service.http.Etags;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Precondition;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
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
class WarehouseController {
    private final PutWarehouse put;
    private final ReadWarehouses read;

    WarehouseController(PutWarehouse put, ReadWarehouses read) {
        this.put = put;
        this.read = read;
    }

    @Operation(summary = "List a store's warehouses")
    @GetMapping("/v1/warehouses")
    Page<WarehouseJson> listWarehouses(Actor actor, @RequestParam(required = false) @Nullable StoreId store) {
        List<WarehouseJson> items = read.ofStore(actor, WhichStore.of(store, actor)).stream()
                .flatMap(all -> all.all().stream().map(w -> WarehouseJson.of(all, w)))
                .toList();
        return new Page<>(items, null);
    }

    @Operation(summary = "Read a warehouse")
    @GetMapping("/v1/warehouses/{id}")
    ResponseEntity<WarehouseJson> getWarehouse(Actor actor, @PathVariable WarehouseId id) {
        return answer(read.holding(actor, id), id);
    }

    @Operation(summary = "Set up or change a warehouse")
    @PutMapping("/v1/warehouses/{id}")
    ResponseEntity<WarehouseJson> putWarehouse(
            Actor actor,
            @PathVariable WarehouseId id,
            @RequestBody WarehouseJson.Write body,
            Precondition precondition) {
        var command = new PutWarehouse.Command(body.storeId(), body.as(id), body.isDefault());
        return answer(put.put(actor, command, precondition), id);
    }

    private static ResponseEntity<WarehouseJson> answer(StoreWarehouses all, WarehouseId id) {
        return all.find(id)
                .map(w -> Etags.ok(all.revision(), WarehouseJson.of(all, w)))
                .orElseThrow(CommonProblem.NOT_FOUND::now);
    }
}
