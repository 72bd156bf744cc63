package io.niaga.orders.cart;

import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Storefront;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Merging merging,
        long version) {
    public static final int MOST_LINES = 100;
    public static final int MOST_UNITS = 999;
    /** How long a cart is kept after its last change, whatever became of it. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** Where the cart buys. */
    public record Shop(StoreId store, boolean chosen, Currency currency) {}

    /**
     * What became of it with others.
     *
     * @param into the cart that takes its lines over, null when none does
     * @param taken the carts whose lines it took over
     */
    public record Merging(@Nullable CartId into, List<Merge> taken) {
        public static final Merging NONE = new Merging(null, List.of());

        public Merging {
            taken = List.copyOf(taken);
        }
    }

    public Cart {
        items = List.copyOf(items);
    }

    public static Cart open(CartId id, Buyer buyer, Shop shop, Instant now) {
        return new Cart(id, buyer, shop, CartState.OPEN, List.of(), now, now, Merging.NONE, 1);
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
        return new Cart(id, buyer, shop, state, next, createdAt, now, merging, version);
    }

    public Cart without(Sku sku, Instant now) {
        requireOpen();
        List<CartItem> next = items.stream().filter(i -> !i.sku().equals(sku)).toList();
        return new Cart(id, buyer, shop, state, next, createdAt, now, merging, version);
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
        return new Cart(id, buyer, next, state, items, createdAt, changedAt, merging, version);
    }

    /** The cart after a save. */
    public Cart saved() {
        return new Cart(id, buyer, shop, state, items, createdAt, changedAt, merging, version + 1);
    }

    public void requireOpen() {
        switch (state) {
            case OPEN -> {}
            case MERGED ->
                throw CartProblem.CART_MERGED.with(
                        "mergedInto", Objects.requireNonNull(merging.into()).value());
            case ORDERED -> throw CartProblem.CART_ORDERED.now();
        }
    }

    public Optional<Merge> taken(CartId from) {
        return merging.taken().stream().filter(m -> m.from().equals(from)).findFirst();
    }

    /** Closed, so that its lines are that other cart's alone. */
    Cart mergedInto(CartId other, Instant now) {
        requireOpen();
        Merging next = new Merging(other, merging.taken());
        return new Cart(id, buyer, shop, CartState.MERGED, items, createdAt, now, next, version);
    }

    /** With the lines of a cart that was merged into this one; quantities add up to what a cart may have. */
    Cart taking(Cart other, Instant now) {
        requireStore(other.shop().store());
        List<CartItem> next = new ArrayList<>(items);
        List<Notice> left = new ArrayList<>();
        for (CartItem line : other.items()) {
            int place = next.stream().map(CartItem::sku).toList().indexOf(line.sku());
            int together = line.quantity() + (place < 0 ? 0 : next.get(place).quantity());
            if (place >= 0) {
                next.set(
                        place,
                        new CartItem(
                                Math.min(together, MOST_UNITS), next.get(place).seen()));
            } else if (next.size() < MOST_LINES) {
                next.add(line);
            } else {
                left.add(Notice.of(Notice.Code.NOT_MERGED, line.sku()));
            }
            if (together > MOST_UNITS) {
                left.add(Notice.of(Notice.Code.QUANTITY_LIMITED, line.sku()));
            }
        }
        List<Merge> taken = new ArrayList<>(merging.taken());
        taken.add(new Merge(other.id(), left));
        Shop where = new Shop(other.shop().store(), shop.chosen(), other.shop().currency());
        return new Cart(id, buyer, where, state, next, createdAt, now, new Merging(null, taken), version);
    }
}
