package io.niaga.orders.cart.http;

import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartProblem;
import io.niaga.orders.cart.CartView;
import io.niaga.orders.cart.Carts;
import io.niaga.orders.cart.ListCarts;
import io.niaga.orders.cart.MergeCarts;
import io.niaga.orders.offer.http.Language;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.identity.GuestTokens;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Revision;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody who signs in finds of theirs. */
@RestController
@RequestMapping("/v1/carts")
class OwnCartsController {
    private final ListCarts listCarts;
    private final MergeCarts mergeCarts;
    private final GuestTokens tokens;

    OwnCartsController(ListCarts listCarts, MergeCarts mergeCarts, GuestTokens tokens) {
        this.listCarts = listCarts;
        this.mergeCarts = mergeCarts;
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(summary = "List the caller's open carts, the last changed first")
    ResponseEntity<Page<CartSummaryJson>> listCarts(Actor actor, PageRequest page) {
        Carts.Found found = listCarts.own(actor, new Carts.Slice(page.limit(), after(page.after())));
        List<CartSummaryJson> carts =
                found.carts().stream().map(CartSummaryJson::of).toList();
        return Pages.response(new Page<>(carts, cursor(found.next())), page);
    }

    private static Carts.@Nullable Position after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Carts.Position(Instant.ofEpochMilli(Long.parseLong(keys.getFirst())), CartId.of(keys.getLast()));
        } catch (IllegalArgumentException | DateTimeException forged) {
            throw Cursor.refused();
        }
    }

    private static @Nullable String cursor(Carts.@Nullable Position next) {
        return next == null
                ? null
                : Cursor.encode(List.of(
                        Long.toString(next.changedAt().toEpochMilli()),
                        next.id().value()));
    }

    /** @param from a guest's cart, whose Cart-Token is sent along */
    record MergeRequest(
            @Pattern(regexp = "crt_[0-7][0-9a-hjkmnp-tv-z]{25}")
            String from) {}

    @PostMapping("/{id}/merge")
    @Operation(
            summary = "Take over what was collected as a guest",
            description = "Quantities add up; the guest's cart becomes MERGED. Again is answered the same way.")
    ResponseEntity<CartJson> mergeCart(
            Actor actor,
            @PathVariable CartId id,
            @RequestHeader(name = "Cart-Token", required = false) @Nullable String token,
            @Valid @RequestBody MergeRequest request) {
        CartId from = CartId.of(request.from());
        boolean shown = tokens.verify(GuestTokens.CART, token)
                .filter(from.typeId()::equals)
                .isPresent();
        if (!shown) {
            throw CartProblem.CART_UNKNOWN.now();
        }
        CartView cart = mergeCarts.merge(actor, new MergeCarts.Request(id, from, Language.current()));
        return Etags.ok(new Revision(cart.cart().version(), 0, true), CartJson.of(cart));
    }
}
