package io.niaga.orders.cart.http;

import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartItem;
import io.niaga.types.StoreId;
import java.time.Instant;

/** An open cart in a list: enough to choose one; its own resource has lines and prices. */
record CartSummaryJson(String id, StoreId storeId, int lines, int units, Instant createdAt, Instant changedAt) {
    static CartSummaryJson of(Cart cart) {
        return new CartSummaryJson(
                cart.id().value(),
                cart.shop().store(),
                cart.items().size(),
                cart.items().stream().mapToInt(CartItem::quantity).sum(),
                cart.createdAt(),
                cart.changedAt());
    }
}
