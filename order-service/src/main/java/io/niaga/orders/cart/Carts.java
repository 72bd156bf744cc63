package io.niaga.orders.cart;

import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Somebody's open carts, the last changed first. */
    Found openOf(UserId customer, Slice slice);

    /** @param after where the page before ended, null for the first page */
    record Slice(int limit, @Nullable Position after) {}

    /** A cart's place in a list. */
    record Position(Instant changedAt, CartId id) {
        static Position of(Cart cart) {
            return new Position(cart.changedAt(), cart.id());
        }
    }

    /** One page; {@code next} is where it ended, null on the last page. */
    record Found(List<Cart> carts, @Nullable Position next) {
        public static Found of(List<Cart> oneMore, int limit) {
            boolean more = oneMore.size() > limit;
            List<Cart> page = List.copyOf(more ? oneMore.subList(0, limit) : oneMore);
            return new Found(page, more ? Position.of(page.getLast()) : null);
        }
    }

    /** Forgets carts, open or not, that nobody has changed since that moment; returns how many. */
    long forgetUnchangedSince(Instant moment);

    /** Closes the cart because an order was made of it; once is enough, again changes nothing. */
    void close(CartId id, Instant at);
}
