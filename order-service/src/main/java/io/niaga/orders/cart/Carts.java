package io.niaga.orders.cart;

import java.time.Instant;
import java.util.Optional;

/** Where carts are kept. */
public interface Carts {
    /** Keeps a new cart, at version 1; one with that id stays as it is. */
    void insert(Cart cart);

    Optional<Cart> byId(CartId id);

    /**
     * Saves the next state of a cart that was loaded with {@link Cart#version()}.
     *
     * @return the cart with its new version; empty when somebody else changed it meanwhile
     */
    Optional<Cart> save(Cart cart);

    /** Closes the cart because an order was made of it; once is enough, again changes nothing. */
    void close(CartId id, Instant at);
}
