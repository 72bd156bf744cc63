package io.niaga.orders.cart;

import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Storefront;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The lines somebody collected in one store. Immutable; a change gives the next cart, saved under the version it was loaded
 * with.
 */
public record Cart(
        CartId id,
        Buyer buyer,
        Shop shop,
        CartState state,
        List<CartItem> items,
        Instant createdAt,
        Instant changedAt,
        long version) {
    public static final int MOST_LINES = 100;
    public static final int MOST_UNITS = 999;

    /** Where the cart buys. */
    public record Shop(StoreId store, boolean chosen, Currency currency) {}

    public Cart {
        items = List.copyOf(items);
    }

    public static Cart open(CartId id, Buyer buyer, Shop shop, Instant now) {
        return new Cart(id, buyer, shop, CartState.OPEN, List.of(), now, now, 1);
    }

    public Optional<CartItem> item(Sku sku) {
        return items.stream().filter(i -> i.sku().equals(sku)).findFirst();
    }

    public List<Sku> skus() {
        return items.stream().map(CartItem::sku).toList();
    }

    /** The cart with that many of what is offered; an existing line keeps its place. */
    public Cart with(Offer offer, int quantity, Instant now) {
        requireOpen();
        List<CartItem> next = new ArrayList<>(items);
        CartItem line = new CartItem(quantity, offer);
        int place = skus().indexOf(offer.sku());
        if (place >= 0) {
            next.set(place, line);
        } else if (next.size() >= MOST_LINES) {
            throw CartProblem.CART_FULL.with("limit", MOST_LINES);
        } else {
            next.add(line);
        }
        return new Cart(id, buyer, shop, state, next, createdAt, now, version);
    }

    public Cart without(Sku sku, Instant now) {
        requireOpen();
        List<CartItem> next = items.stream().filter(i -> !i.sku().equals(sku)).toList();
        return new Cart(id, buyer, shop, state, next, createdAt, now, version);
    }

    /** Refuses a line of that store when the cart belongs to another; an empty cart belongs to the store that was chosen. */
    public void requireStore(StoreId other) {
        requireOpen();
        boolean bound = shop.chosen() || !items.isEmpty();
        if (bound && !shop.store().equals(other)) {
            throw CartProblem.CART_STORE_MISMATCH.with("storeId", shop.store().value());
        }
    }

    /** The cart in that store, which {@link #requireStore} let pass. */
    Cart in(Storefront front) {
        Shop next = new Shop(front.store(), shop.chosen(), front.currency());
        return new Cart(id, buyer, next, state, items, createdAt, changedAt, version);
    }

    /** The cart after a save. */
    public Cart saved() {
        return new Cart(id, buyer, shop, state, items, createdAt, changedAt, version + 1);
    }

    public void requireOpen() {
        if (state != CartState.OPEN) {
            throw CartProblem.CART_ORDERED.now();
        }
    }
}
