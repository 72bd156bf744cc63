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
        Instant changedAt) {
    private static final int SCHEMA = 1;

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
                cart.changedAt());
    }

    Cart cart() {
        return new Cart(CartId.of(id), new Buyer(customerId), shop, state, items, createdAt, changedAt, version);
    }
}
