package io.niaga.orders.order.http;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderLists;
import io.niaga.orders.order.ShowOrder;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders, for their buyers and for the staff of their stores. */
@RestController
@RequestMapping("/v1/orders")
class OrderController {
    private final ShowOrder showOrder;

    OrderController(ShowOrder showOrder) {
        this.showOrder = showOrder;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show an order")
    ResponseEntity<OrderJson> show(Actor actor, @PathVariable OrderId id) {
        ShowOrder.Shown shown = showOrder.show(actor, id);
        return Etags.ok(shown.order().revision(), OrderJson.of(shown));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "Show what happened to an order, oldest first")
    ResponseEntity<TimelineJson> timeline(Actor actor, @PathVariable OrderId id) {
        ShowOrder.Shown shown = showOrder.show(actor, id);
        return Etags.ok(shown.order().revision(), TimelineJson.of(shown.order()));
    }

    @GetMapping
    @Operation(
            summary = "List orders, newest first",
            description = "The caller's own; with a store, that store's for its staff. In any state or in one.")
    @Parameter(
            name = OrderQuery.NUMBER,
            in = ParameterIn.QUERY,
            description = "The number that customers quote, in letters of either case.",
            schema = @Schema(type = "string", example = "261124-7K3M-9QXD"))
    @Parameter(
            name = OrderQuery.PLACED_AT,
            in = ParameterIn.QUERY,
            description = "When it was placed: `a..b`, both included, either end open.",
            schema = @Schema(type = "string", example = "2026-11-24T00:00:00Z..2026-11-25T00:00:00Z"))
    ResponseEntity<Page<OrderJson>> list(
            Actor actor,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable ListedState state,
            @Parameter(hidden = true) HttpServletRequest request,
            PageRequest page) {
        OrderLists.Slice slice = OrderCursor.slice(page);
        OrderLists.Filter filter = new OrderQuery(request).filter(state == null ? null : state.name());
        OrderLists.Found found =
                store == null ? showOrder.own(actor, filter, slice) : showOrder.ofStore(actor, store, filter, slice);
        Page<OrderJson> orders = new Page<>(
                found.orders().stream()
                        .map(order -> OrderJson.of(showOrder.shown(actor, order)))
                        .toList(),
                OrderCursor.text(found.next()));
        return Pages.response(orders, page);
    }

    /** The states that listed orders are in. */
    enum ListedState {
        AWAITING_PAYMENT,
        CONFIRMED,
        IN_FULFILLMENT,
        COMPLETED,
        PROMISE_FAILED,
        CANCELLING,
        CANCELLED,
        EXPIRING,
        EXPIRED,
        REVIVING
    }
}
