package io.niaga.orders.checkout;

import io.niaga.orders.Samples;
import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartState;
import io.niaga.orders.cart.Carts;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carts in memory, as far as a checkout looks at them. */
final class RememberedCarts implements Carts {
    static final CartId INTO = CartId.of(new TypeId("crt", new UUID(1, 2)).toString());

    private final Map<CartId, Cart> kept = new HashMap<>();

    /** The cart of the samples is there, in that state. */
    void sample(CartState state) {
        Cart.Shop shop = new Cart.Shop(Samples.STORE, false, Samples.FRONT.currency());
        insert(new Cart(
                Samples.CART,
                new Buyer(Samples.BUYER),
                shop,
                state,
                List.of(),
                Samples.NOW,
                Samples.NOW,
                state == CartState.MERGED ? new Cart.Merging(INTO, List.of()) : Cart.Merging.NONE,
                1));
    }

    @Override
    public void insert(Cart cart) {
        kept.put(cart.id(), cart);
    }

    @Override
    public Optional<Cart> byId(CartId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<Cart> save(Cart cart) {
        throw new UnsupportedOperationException("no checkout changes carts");
    }

    @Override
    public Found openOf(UserId customer, Slice slice) {
        throw new UnsupportedOperationException("no checkout lists carts");
    }

    @Override
    public long forgetUnchangedSince(Instant moment) {
        throw new UnsupportedOperationException("no checkout forgets carts");
    }

    @Override
    public void close(CartId id, Instant at) {
        throw new UnsupportedOperationException("an order's news close carts");
    }
}
