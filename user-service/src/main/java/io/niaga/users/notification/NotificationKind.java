package io.niaga.users.notification;

/** What we write about. */
public enum NotificationKind {
    ORDER_PLACED,
    ORDER_CONFIRMED,
    ORDER_SHIPPED,
    ORDER_COMPLETED,
    ORDER_CANCELLED,
    ORDER_EXPIRED
}
