package io.niaga.orders.cart.http;

import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartView;
import io.niaga.orders.cart.OpenCart;
import io.niaga.orders.cart.PutItem;
import io.niaga.orders.cart.ShowCart;
import io.niaga.orders.offer.http.Language;
import io.niaga.service.http.Etags;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.identity.CurrentActor;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Carts, for guests and people who signed in. */
@RestController
@RequestMapping("/v1/carts")
class CartController {
    private final OpenCart openCart;
    private final ShowCart showCart;
    private final PutItem putItem;
    private final Idempotency idempotency;
    private final CartTokens tokens;

    CartController(OpenCart openCart, ShowCart showCart, PutItem putItem, Idempotency idempotency, CartTokens tokens) {
        this.openCart = openCart;
        this.showCart = showCart;
        this.putItem = putItem;
        this.idempotency = idempotency;
        this.tokens = tokens;
    }

    @PostMapping
    @Operation(summary = "Open a cart", description = "Guests are answered with a Cart-Token to send with later calls.")
    @Contract(
            answers = 201,
            gives = {"ETag", "Cart-Token"},
            guests = Contract.ANYBODY)
    ResponseEntity<CartJson> openCart(
            Actor actor,
            @Nullable IdempotencyKey key,
            @RequestBody(required = false) @Nullable OpenCartRequest request) {
        StoreId store = request == null ? null : request.storeId();
        IdempotentOutcome<CartView> outcome = idempotency.run(
                IdempotencyCall.optional(key, actor, "POST /v1/carts", request, openCart.newId()),
                id -> openCart.open(actor, CartId.of(id), store),
                id -> openCart.reopened(CartId.of(id)));
        CartView cart = outcome.value();
        ResponseEntity.BodyBuilder answer = ResponseEntity.created(
                        URI.create("/v1/carts/" + cart.cart().id()))
                .eTag(Etags.of(revision(cart)));
        tokens.addTo(answer, cart.cart());
        return IdempotentResponse.of(answer, outcome.map(CartJson::of));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a cart with the prices and availability of this moment")
    @Contract(guests = GuestTokens.CART)
    ResponseEntity<CartJson> getCart(Actor actor, @PathVariable CartId id) {
        return answer(showCart.show(actor, id, Language.current()));
    }

    @PutMapping("/{id}/items/{sku}")
    @Operation(
            summary = "Set how many of a SKU are in the cart",
            description = "0 takes the line out. The store is only needed by the first line of a cart.")
    @Contract(guests = GuestTokens.CART)
    ResponseEntity<CartJson> putCartItem(
            @PathVariable CartId id,
            @PathVariable Sku sku,
            @RequestParam(required = false) @Nullable StoreId store,
            @Valid @RequestBody ItemRequest request,
            Precondition precondition) {
        PutItem.Request wish = new PutItem.Request(id, sku, request.quantity(), store, Language.current());
        return answer(putItem.put(actor(), wish, precondition));
    }

    private static Actor actor() {
        return CurrentActor.get().orElse(Actor.Guest.ANONYMOUS);
    }

    private static ResponseEntity<CartJson> answer(CartView cart) {
        return Etags.ok(revision(cart), CartJson.of(cart));
    }

    private static Revision revision(CartView cart) {
        return new Revision(cart.cart().version(), 0, true);
    }
}
