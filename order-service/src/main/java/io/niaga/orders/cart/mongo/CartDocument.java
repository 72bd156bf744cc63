package io.niaga.orders.cart.mongo;

import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartItem;
import io.niaga.orders.cart.CartState;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cart as it is kept. */
record CartDocument(
        String id,
        int schemaVersion,
        long version,
        @Nullable UserId customerId,
        Cart.Shop shop,
        CartState state,
        List<CartItem> items,
        Instant createdAt,
        Instant changedAt,
        Cart.@Nullable Merging merging) {
    /** Version 2 knows of merges; a cart of version 1 had none. */
    private static final int SCHEMA = 2;

    static CartDocument of(Cart cart) {
        return new CartDocument(
                cart.id().value(),
                SCHEMA,
                cart.version(),
                cart.buyer().account(),
                cart.shop(),
                cart.state(),
                cart.items(),
                cart.createdAt(),
                cart.changedAt(),
                cart.merging());
    }

    Cart cart() {
        return new Cart(
                CartId.of(id),
                new Buyer(customerId),
                shop,
                state,
                items,
                createdAt,
                changedAt,
                merging == null ? Cart.Merging.NONE : merging,
                version);
    }
}
