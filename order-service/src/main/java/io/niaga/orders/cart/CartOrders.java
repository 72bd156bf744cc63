package io.niaga.orders.cart;

import io.niaga.types.TypeId;
import java.util.Optional;

/** Knows which order was made of a cart, or is being made: one that the cart itself may not know of yet. */
@FunctionalInterface
public interface CartOrders {
    Optional<TypeId> orderOf(CartId cart);
}
