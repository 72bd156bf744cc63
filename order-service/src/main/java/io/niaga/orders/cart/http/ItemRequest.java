package io.niaga.orders.cart.http;

import io.niaga.orders.cart.Cart;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How many of a SKU there shall be in a cart.
 *
 * @param quantity 0 takes the line out
 */
record ItemRequest(@Min(0) @Max(Cart.MOST_UNITS) int quantity) {}
