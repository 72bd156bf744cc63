package io.niaga.orders.order.http;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderLists;
import io.niaga.orders.order.ShowOrder;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
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
    @Contract(guests = GuestTokens.ORDER)
    ResponseEntity<OrderJson> getOrder(Actor actor, @PathVariable OrderId id) {
        ShowOrder.Shown shown = showOrder.show(actor, id);
        return ResponseEntity.ok().eTag(tag(shown)).body(OrderJson.of(shown));
    }

    /** That the time for returns is over is shown too, and changes nothing about the order. */
    private static String tag(ShowOrder.Shown shown) {
        Instant until = shown.returnableUntil();
        return until == null || shown.isReturnable()
                ? Etags.of(shown.order().revision())
                : Etags.of(shown.order().revision(), List.of(until));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "Show what happened to an order, oldest first")
    @Contract(guests = GuestTokens.ORDER)
    ResponseEntity<TimelineJson> getOrderTimeline(Actor actor, @PathVariable OrderId id) {
        ShowOrder.Shown shown = showOrder.show(actor, id);
        return Etags.ok(shown.order().revision(), TimelineJson.of(shown.order()));
    }

    @GetMapping
    @Operation(
            summary = "List orders, newest first",
            description =
                    "The caller's own; with a store, that store's for its staff. In any state or in one. With `changed`"
                            + " what changed in the store, in the order of the changes, each order once and as it is now. A"
                            + " change is told ten seconds after it happened, when no earlier one can appear any more. Whoever"
                            + " asks again with the `changedAt` of the last order they were told misses nothing and is told"
                            + " what changed at that instant once more; pages in between go on with `nextCursor`.")
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
    @Parameter(
            name = OrderQuery.CHANGED,
            in = ParameterIn.QUERY,
            description = "Since when, the instant included: `a..`. With a store, and without another filter.",
            schema = @Schema(type = "string", example = "2026-11-24T10:00:00Z.."))
    ResponseEntity<Page<OrderJson>> listOrders(
            Actor actor,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable ListedState state,
            @Parameter(hidden = true) HttpServletRequest request,
            PageRequest page) {
        OrderQuery query = new OrderQuery(request);
        if (store != null && query.asksForChanges()) {
            OrderLists.Slice slice = OrderCursor.CHANGED.slice(page);
            OrderLists.Found found = showOrder.changes(actor, store, query.changedSince(), slice);
            return answer(actor, found, OrderCursor.CHANGED, page);
        }
        OrderLists.Slice slice = OrderCursor.PLACED.slice(page);
        OrderLists.Filter filter = query.filter(state == null ? null : state.name());
        OrderLists.Found found =
                store == null ? showOrder.own(actor, filter, slice) : showOrder.ofStore(actor, store, filter, slice);
        return answer(actor, found, OrderCursor.PLACED, page);
    }

    private ResponseEntity<Page<OrderJson>> answer(
            Actor actor, OrderLists.Found found, OrderCursor cursor, PageRequest page) {
        Page<OrderJson> orders = new Page<>(
                found.orders().stream()
                        .map(order -> OrderJson.of(showOrder.shown(actor, order)))
                        .toList(),
                cursor.text(found.next()));
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
