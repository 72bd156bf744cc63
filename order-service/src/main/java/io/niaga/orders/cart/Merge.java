package io.niaga.orders.cart;

import java.util.List;

/**
 * That a cart took another one's lines over, once.
 *
 * @param left what could not be taken as it was
 */
public record Merge(CartId from, List<Notice> left) {
    public Merge {
        left = List.copyOf(left);
    }
}
