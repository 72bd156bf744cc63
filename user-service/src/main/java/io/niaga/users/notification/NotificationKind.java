package io.niaga.users.notification;

/** What we write about. */
public enum NotificationKind {
    ORDER_PLACED,
    /** The way back to an order that was bought without an account; each time that it is asked for. */
    ORDER_ACCESS,
    ORDER_CONFIRMED,
    ORDER_SHIPPED,
    ORDER_COMPLETED,
    ORDER_CANCELLED,
    ORDER_EXPIRED,
    /** Money went back, or will not be collected; each refund has a letter of its own. */
    ORDER_REFUNDED,
    /** It left and will not arrive. */
    ORDER_NOT_DELIVERED,
    /** Of each return. */
    RETURN_RECEIVED,
    RETURN_SETTLED
}
