package io.niaga.orders.cart;

import io.niaga.orders.offer.Availabilities;
import io.niaga.orders.offer.Offers;
import io.niaga.orders.offer.Prices;
import io.niaga.types.Actor;
import io.niaga.types.ProblemException;
import io.niaga.types.UseCase;
import org.jspecify.annotations.Nullable;

/** Shows a cart as it would be bought now; when the catalog is away, with the prices last seen. */
@UseCase
public final class ShowCart {
    private final Carts carts;
    private final Prices prices;
    private final Availabilities availabilities;
    private final CartAccess access;

    public ShowCart(Carts carts, Prices prices, Availabilities availabilities, CartAccess access) {
        this.carts = carts;
        this.prices = prices;
        this.availabilities = availabilities;
        this.access = access;
    }

    public CartView show(Actor actor, CartId id, String language) {
        return view(access.require(actor, carts, id), language);
    }

    CartView view(Cart cart, String language) {
        return CartView.of(
                cart, offers(cart, language), availabilities.of(cart.shop().store(), cart.skus()));
    }

    private @Nullable Offers offers(Cart cart, String language) {
        if (cart.items().isEmpty()) {
            return null;
        }
        try {
            return prices.lookUp(cart.shop().store(), language, cart.skus());
        } catch (ProblemException failure) {
            Prices.requireUnavailable(failure);
            return null;
        }
    }
}
