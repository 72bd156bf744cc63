package io.niaga.orders.returns.http;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.returns.RequestReturn;
import io.niaga.orders.returns.ReturnLists;
import io.niaga.orders.returns.ShowReturns;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Returns, asked for by buyers, seen by them and by the staff of the store. */
@RestController
@RequestMapping("/v1/returns")
class ReturnController {
    private final RequestReturn requestReturn;
    private final ShowReturns showReturns;
    private final Idempotency idempotency;

    ReturnController(RequestReturn requestReturn, ShowReturns showReturns, Idempotency idempotency) {
        this.requestReturn = requestReturn;
        this.showReturns = showReturns;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Ask for a return",
            description = "Of what was delivered, within the store's window. What is MISSING is not sent back.")
    @Contract(answers = 201, needs = "Idempotency-Key", guests = GuestTokens.ORDER)
    ResponseEntity<ReturnJson> requestReturn(
            Actor actor, @Nullable IdempotencyKey key, @Valid @RequestBody ReturnRequest request) {
        IdempotentOutcome<ShowReturns.Shown> outcome = idempotency.run(
                IdempotencyCall.required(key, actor, "POST /v1/returns", request, requestReturn.newId()),
                id -> requested(actor, ReturnId.of(id), request),
                id -> showReturns.show(actor, ReturnId.of(id)));
        ShowReturns.Shown shown = outcome.value();
        return IdempotentResponse.created(
                outcome.map(ReturnJson::of),
                URI.create("/v1/returns/" + shown.goods().id()),
                Etags.of(shown.order().revision()));
    }

    private ShowReturns.Shown requested(Actor actor, ReturnId id, ReturnRequest request) {
        Order order = requestReturn.request(actor, request.wish(id));
        return ShowReturns.Shown.of(order, id);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a return")
    @Contract(guests = GuestTokens.ORDER)
    ResponseEntity<ReturnJson> getReturn(Actor actor, @PathVariable ReturnId id) {
        ShowReturns.Shown shown = showReturns.show(actor, id);
        return Etags.ok(shown.order().revision(), ReturnJson.of(shown));
    }

    @GetMapping
    @Operation(
            summary = "List returns, newest first",
            description = "The caller's own; with a store, that store's for its staff. In any state or in one, all of"
                    + " them or only those that wait for a person.")
    ResponseEntity<Page<ReturnJson>> listReturns(
            Actor actor,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable ListedState state,
            @RequestParam(required = false, defaultValue = "false") boolean attention,
            PageRequest page) {
        ReturnLists.Slice slice = ReturnCursor.slice(page);
        ReturnLists.Filter filter = new ReturnLists.Filter(state == null ? null : state.name(), attention);
        ShowReturns.Page found = store == null
                ? showReturns.own(actor, filter, slice)
                : showReturns.ofStore(actor, store, filter, slice);
        return Pages.response(
                new Page<>(found.items().stream().map(ReturnJson::of).toList(), ReturnCursor.text(found.next())), page);
    }

    /** The states of a return. */
    enum ListedState {
        REQUESTED,
        APPROVED,
        RECEIVED,
        INSPECTED,
        SETTLED,
        REFUSED,
        CANCELLED
    }
}
