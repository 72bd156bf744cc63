package io.niaga.payments.payment;

/** Why money goes back: the first three are an order's, the others a person's. */
public enum RefundReason {
    ORDER_CANCELLED,
    LATE_PAID,
    RETURNED,
    GOODWILL,
    PRICE_CORRECTION,
    OTHER
}
