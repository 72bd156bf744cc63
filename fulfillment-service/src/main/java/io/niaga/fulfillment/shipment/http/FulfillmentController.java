package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.shipment.Fulfillment;
import io.niaga.fulfillment.shipment.FulfillmentId;
import io.niaga.fulfillment.shipment.Fulfillments;
import io.niaga.fulfillment.shipment.ReadFulfillments;
import io.niaga.fulfillment.warehouse.WhichStore;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FulfillmentController {
    private final ReadFulfillments read;

    FulfillmentController(ReadFulfillments read) {
        this.read = read;
    }

    @Operation(summary = "List fulfillments of an order, or of a store, the oldest first")
    @GetMapping("/v1/fulfillments")
    ResponseEntity<Page<FulfillmentJson>> listFulfillments(
            Actor actor,
            @RequestParam(required = false) @Nullable OrderId orderId,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable ShownState state,
            PageRequest page) {
        if (orderId != null) {
            List<Fulfillment> found = read.ofOrder(actor, orderId);
            return Pages.response(
                    new Page<>(found.stream().map(f -> json(actor, f)).toList(), null), page);
        }
        StoreId which = store == null && actor.is(Role.OPERATOR) ? null : WhichStore.of(store, actor);
        String cursor = page.after();
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        String name = state == null ? null : state.name();
        Page<Fulfillment> found = read.list(actor, new Fulfillments.Listing(which, name, page.limit(), after));
        String next = found.nextCursor();
        List<FulfillmentJson> items =
                found.items().stream().map(f -> json(actor, f)).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }

    /** The states that a list can be asked for. */
    enum ShownState {
        SOURCED,
        RELEASED,
        PICKING,
        PICKED,
        PACKED,
        HANDED_OVER,
        DELIVERED,
        RETURN_TO_SENDER,
        RECEIVED_BACK,
        LOST,
        ENDING_SHORT,
        SHORT,
        CANCELLED
    }

    @Operation(summary = "Read a fulfillment")
    @GetMapping("/v1/fulfillments/{id}")
    ResponseEntity<FulfillmentJson> getFulfillment(Actor actor, @PathVariable FulfillmentId id) {
        Fulfillment f = read.find(actor, id);
        return Etags.ok(f.revision(), json(actor, f));
    }

    private FulfillmentJson json(Actor actor, Fulfillment f) {
        return FulfillmentJson.of(f, read.showsAddress(actor, f.order().store()));
    }
}
