package io.niaga.orders.cart;

import io.niaga.orders.offer.Prices;
import io.niaga.orders.offer.Storefront;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens an empty cart for whoever asks, in the store they name or in the first one. */
@UseCase
public final class OpenCart {
    private final Carts carts;
    private final Prices prices;
    private final CartAccess access;
    private final IdSource ids;
    private final Clock clock;

    public OpenCart(Carts carts, Prices prices, CartAccess access, IdSource ids, Clock clock) {
        this.carts = carts;
        this.prices = prices;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /** The id for a cart that is about to be opened. */
    public CartId newId() {
        return CartId.of(ids.next(CartId.PREFIX).toString());
    }

    public CartView open(Actor actor, CartId id, @Nullable StoreId store) {
        Buyer buyer = access.requireBuyer(actor);
        Storefront storefront = prices.storefront(store);
        Cart.Shop shop = new Cart.Shop(storefront.store(), store != null, storefront.currency());
        Cart cart = Cart.open(id, buyer, shop, clock.instant());
        carts.insert(cart);
        return CartView.of(cart, null, Map.of());
    }

    /** The cart that an earlier, identical request opened. */
    public CartView reopened(CartId id) {
        return CartView.of(carts.byId(id).orElseThrow(CartProblem.CART_UNKNOWN::now), null, Map.of());
    }
}
