package io.niaga.orders.checkout.http;

import io.niaga.orders.checkout.EditOrder;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.ShowOrder;
import io.niaga.orders.order.http.OrderJson;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.http.AddressJson;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing what was ordered, as far as that is possible. */
@RestController
@RequestMapping("/v1/orders/{id}/edits")
class EditController {
    private final EditOrder editOrder;
    private final ShowOrder showOrder;
    private final Idempotency idempotency;

    EditController(EditOrder editOrder, ShowOrder showOrder, Idempotency idempotency) {
        this.editOrder = editOrder;
        this.showOrder = showOrder;
        this.idempotency = idempotency;
    }

    /** What shall be different. */
    record EditRequest(@Valid AddressJson shippingAddress) {}

    @PostMapping
    @Operation(
            summary = "Send an order to another address",
            description =
                    "Possible until picking starts, at the same price and promise. 202 while the warehouse does not"
                            + " answer yet.")
    @Contract(
            answers = {200, 202},
            guests = GuestTokens.ORDER)
    ResponseEntity<OrderJson> editOrder(
            Actor actor,
            @PathVariable OrderId id,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody EditRequest request) {
        Address address = request.shippingAddress().address();
        IdempotentOutcome<Order> outcome = idempotency.run(
                IdempotencyCall.optional(key, actor, "POST /v1/orders/" + id + "/edits", request, id),
                _ -> editOrder.redirect(actor, id, address),
                _ -> showOrder.show(actor, id).order());
        Order order = outcome.value();
        boolean pending = order.destination().pending().isPresent();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(pending ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .eTag(Etags.of(order.revision()));
        return IdempotentResponse.of(answer, outcome.map(edited -> OrderJson.of(showOrder.shown(actor, edited))));
    }
}
