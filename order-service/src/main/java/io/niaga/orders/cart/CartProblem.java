package io.niaga.orders.cart;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with a cart. */
public enum CartProblem implements Problem {
    CART_EMPTY(ProblemKind.CONFLICT, "The cart has nothing in it that can be bought."),
    CART_FULL(ProblemKind.CONFLICT, "A cart has at most {limit} lines."),
    CART_MERGED(ProblemKind.CONFLICT, "The cart was merged into {mergedInto}."),
    CART_ORDERED(ProblemKind.CONFLICT, "The cart was ordered as {orderId}; open a new one."),
    CART_STORE_MISMATCH(ProblemKind.CONFLICT, "The cart belongs to the store {storeId}."),
    CART_UNKNOWN(ProblemKind.NOT_FOUND, "There is no such cart.");

    private final ProblemKind kind;
    private final String detail;

    CartProblem(ProblemKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
