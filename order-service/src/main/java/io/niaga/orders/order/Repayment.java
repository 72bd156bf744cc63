package io.niaga.orders.order;

import io.niaga.types.Money;

/**
 * Money of an order that went back, or is on its way: because the order was called off, for goods that were returned, or
 * because staff wanted it so.
 *
 * @param id of the refund, {@code rfd_…}
 * @param state as payment-service spells it
 */
public record Repayment(String id, Money amount, String state) {
    static final String SUCCEEDED = "SUCCEEDED";

    /** What payment-service says of it. */
    public enum State {
        PENDING,
        FAILED,
        SUCCEEDED
    }

    public boolean isDone() {
        return state.equals(SUCCEEDED);
    }
}
