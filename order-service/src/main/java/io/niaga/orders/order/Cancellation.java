package io.niaga.orders.order;

import java.time.Instant;

/** That an order was called off, why, by whom (an id, never a name), and from where. */
public record Cancellation(Reason reason, String by, From from, Instant at) {
    /** Reasons that are the customer's: the merchant cannot cancel for stock or price. */
    public enum Reason {
        CHANGED_MIND,
        ORDERED_BY_MISTAKE,
        FOUND_ELSEWHERE,
        DELIVERY_TOO_SLOW,
        PAYMENT_TROUBLE,
        CUSTOMER_REQUEST,
        OTHER
    }

    /** The state it was called off in. */
    public enum From {
        AWAITING_PAYMENT,
        CONFIRMED
    }
}
