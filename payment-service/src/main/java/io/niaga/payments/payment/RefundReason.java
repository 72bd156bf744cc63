package io.niaga.payments.payment;

/** Why money goes back: the first four are an order's, the others a person's. */
public enum RefundReason {
    ORDER_CANCELLED,
    LATE_PAID,
    RETURNED,
    NOT_DELIVERED,
    GOODWILL,
    PRICE_CORRECTION,
    OTHER
}
