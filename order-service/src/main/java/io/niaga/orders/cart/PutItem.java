package io.niaga.orders.cart;

import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.OfferProblem;
import io.niaga.orders.offer.Offers;
import io.niaga.orders.offer.Prices;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Precondition;
import io.niaga.types.ProblemException;
import io.niaga.types.Revision;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets how many of a SKU are in a cart; none takes the line out. */
@UseCase
public final class PutItem {
    private static final int TRIES = 3;

    private final Carts carts;
    private final Prices prices;
    private final ShowCart shown;
    private final CartAccess access;
    private final Clock clock;

    public PutItem(Carts carts, Prices prices, ShowCart shown, CartAccess access, Clock clock) {
        this.carts = carts;
        this.prices = prices;
        this.shown = shown;
        this.access = access;
        this.clock = clock;
    }

    /** What is asked for; a store is only needed by a cart's first line. */
    public record Request(
            CartId cart, Sku sku, int quantity, @Nullable StoreId store, String language) {}

    public CartView put(Actor actor, Request request, Precondition demanded) {
        for (int i = 0; i < TRIES; i++) {
            Cart cart = access.require(actor, carts, request.cart());
            demanded.check(new Revision(cart.version(), 0, true));
            access.requireOpen(cart);
            Cart next = request.quantity() == 0 ? cart.without(request.sku(), clock.instant()) : added(cart, request);
            var saved = carts.save(next);
            if (saved.isPresent()) {
                return shown.view(saved.get(), request.language());
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private Cart added(Cart cart, Request request) {
        StoreId store = request.store() == null ? cart.shop().store() : request.store();
        cart.requireStore(store);
        try {
            Offers offers = prices.lookUp(store, request.language(), List.of(request.sku()));
            Offer offer = offers.published(request.sku())
                    .orElseThrow(() ->
                            OfferProblem.SKU_UNKNOWN.with("sku", request.sku().value()));
            return cart.in(offers.storefront()).with(offer, request.quantity(), clock.instant());
        } catch (ProblemException failure) {
            Prices.requireUnavailable(failure);
            // The buyer may still change what is in the cart already; the price is settled by the quote.
            Offer seen = cart.item(request.sku()).map(CartItem::seen).orElseThrow(() -> failure);
            return cart.with(seen, request.quantity(), clock.instant());
        }
    }
}
