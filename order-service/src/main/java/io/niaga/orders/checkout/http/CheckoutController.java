package io.niaga.orders.checkout.http;

import io.niaga.orders.checkout.CancelOrder;
import io.niaga.orders.checkout.PlaceOrder;
import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.ShowOrder;
import io.niaga.orders.order.http.OrderJson;
import io.niaga.orders.order.http.OrderTokens;
import io.niaga.service.http.Etags;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Placing an order, and calling one off. */
@RestController
@RequestMapping("/v1/orders")
class CheckoutController {
    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final ShowOrder showOrder;
    private final Idempotency idempotency;
    private final OrderTokens tokens;

    CheckoutController(
            PlaceOrder placeOrder,
            CancelOrder cancelOrder,
            ShowOrder showOrder,
            Idempotency idempotency,
            OrderTokens tokens) {
        this.placeOrder = placeOrder;
        this.cancelOrder = cancelOrder;
        this.showOrder = showOrder;
        this.idempotency = idempotency;
        this.tokens = tokens;
    }

    @PostMapping
    @Operation(
            summary = "Order a quote",
            description = "Guests are answered with an Order-Token. A refusal carries a fresh quote of what is left.")
    @Contract(
            answers = 201,
            gives = {"ETag", "Order-Token"},
            needs = "Idempotency-Key",
            guests = GuestTokens.CART)
    ResponseEntity<OrderJson> placeOrder(
            Actor actor, @Nullable IdempotencyKey key, @Valid @RequestBody PlacementRequest request) {
        OrderId id = OrderId.of(request.quote());
        IdempotentOutcome<Order> outcome = idempotency.run(
                IdempotencyCall.required(key, actor, "POST /v1/orders", request, id),
                _ -> placed(actor, request, key),
                _ -> placed(actor, request, key));
        Order order = outcome.value();
        ResponseEntity.BodyBuilder answer = ResponseEntity.created(URI.create("/v1/orders/" + order.id()))
                .eTag(Etags.of(order.revision()))
                .headers(tokens.of(order));
        return IdempotentResponse.of(answer, outcome.map(placed -> OrderJson.of(showOrder.placed(placed))));
    }

    /** The same request finds the order that it placed before, or the refusal. */
    private Order placed(Actor actor, PlacementRequest request, @Nullable IdempotencyKey key) {
        PlaceOrder.Request wish = new PlaceOrder.Request(
                request.quote(), request.paymentMethod(), request.reached(), key == null ? "" : key.value());
        return switch (placeOrder.place(actor, wish)) {
            case PlaceOrder.Result.Placed placed -> placed.order();
            case PlaceOrder.Result.Refused refused -> throw Refusals.problem(refused);
        };
    }

    /** @param reason the customer's */
    record CancellationRequest(Cancellation.Reason reason) {}

    @PostMapping("/{id}/cancellation")
    @Operation(
            summary = "Call an order off",
            description = "Possible until picking starts. 202 while somebody who is needed does not answer yet.")
    @Contract(
            answers = {200, 202},
            guests = GuestTokens.ORDER)
    ResponseEntity<OrderJson> cancelOrder(
            Actor actor,
            @PathVariable OrderId id,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody CancellationRequest request) {
        String route = "POST /v1/orders/" + id + "/cancellation";
        IdempotentOutcome<Order> outcome = idempotency.run(
                IdempotencyCall.optional(key, actor, route, request, id),
                _ -> cancelOrder.cancel(actor, id, request.reason()),
                _ -> showOrder.show(actor, id).order());
        Order order = outcome.value();
        boolean pending = order.state() instanceof OrderState.Cancelling;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(pending ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .eTag(Etags.of(order.revision()));
        return IdempotentResponse.of(answer, outcome.map(cancelled -> OrderJson.of(showOrder.shown(actor, cancelled))));
    }
}
