package io.niaga.orders.order;

/** Why the money of an order is certain enough to ship. */
public enum Assurance {
    CAPTURED,
    AUTHORIZED,
    CASH_ON_DELIVERY,
    NOTHING_TO_PAY
}
