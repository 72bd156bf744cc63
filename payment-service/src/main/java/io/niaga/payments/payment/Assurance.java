package io.niaga.payments.payment;

/** Why the money of an order counts as assured. */
public enum Assurance {
    CAPTURED,
    CASH_ON_DELIVERY,
    NOTHING_TO_PAY
}
