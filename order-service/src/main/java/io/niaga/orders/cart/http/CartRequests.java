package io.niaga.orders.cart.http;

import io.niaga.orders.cart.Cart;
import io.niaga.types.StoreId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What callers send about carts. */
final class CartRequests {
    private CartRequests() {}

    /** @param storeId left out: the first store */
    record OpenCartRequest(@Nullable StoreId storeId) {}

    /** @param quantity how many there shall be; 0 takes the line out */
    record ItemRequest(@Min(0) @Max(Cart.MOST_UNITS) int quantity) {}
}
