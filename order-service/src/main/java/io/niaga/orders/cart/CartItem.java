package io.niaga.orders.cart;

import io.niaga.orders.offer.Offer;
import io.niaga.types.Sku;

/**
 * One line of a cart.
 *
 * @param quantity 1 to {@link Cart#MOST_UNITS}
 * @param seen the offer when the buyer last set the quantity: what a changed price is measured against
 */
public record CartItem(int quantity, Offer seen) {
    public Sku sku() {
        return seen.sku();
    }
}
