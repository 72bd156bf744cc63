package io.niaga.orders.cart;

/** A cart's life: one that was ordered, or whose lines another took over, is history. */
public enum CartState {
    OPEN,
    MERGED,
    ORDERED
}
