package io.niaga.orders.cart;

/** A cart's life: an ordered cart is history. */
public enum CartState {
    OPEN,
    ORDERED
}
