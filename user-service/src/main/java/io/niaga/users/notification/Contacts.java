package io.niaga.users.notification;

import java.util.Optional;

/** Where the contact of an order is asked for; safe for threads. */
public interface Contacts {
    /** Empty when there is no such order; throws when it cannot be asked now. */
    Optional<OrderContact> ofOrder(String orderId);
}
