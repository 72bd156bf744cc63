package io.niaga.fulfillment.promise.http;

import io.niaga.fulfillment.promise.PutShippingTable;
import io.niaga.fulfillment.promise.ReadShippingTable;
import io.niaga.fulfillment.promise.ShippingTable;
import io.niaga.service.http.Etags;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.Precondition;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/stores/{id}/shipping-table")
class ShippingTableController {
    private final PutShippingTable put;
    private final ReadShippingTable read;

    ShippingTableController(PutShippingTable put, ReadShippingTable read) {
        this.put = put;
        this.read = read;
    }

    @Operation(summary = "Read a store's shipping table")
    @GetMapping
    ResponseEntity<ShippingTableJson> getShippingTable(Actor actor, @PathVariable StoreId id) {
        return answer(read.read(actor, id));
    }

    @Operation(summary = "Set a store's shipping table; If-Match is needed when there is one")
    @PutMapping
    @Contract(answers = {200, 428})
    ResponseEntity<ShippingTableJson> putShippingTable(
            Actor actor, @PathVariable StoreId id, @RequestBody ShippingTableJson body, Precondition precondition) {
        return answer(put.put(actor, body.toTable(id), precondition));
    }

    private static ResponseEntity<ShippingTableJson> answer(ShippingTable table) {
        return Etags.ok(table.revision(), ShippingTableJson.of(table));
    }
}
