package io.niaga.orders.order;

import io.niaga.types.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What others are told about an order, in the same write that makes it true. */
public sealed interface OrderEvent {
    /** @param payBy null when the money was assured at once */
    record Placed(@Nullable Instant payBy) implements OrderEvent {}

    record Confirmed(Instant at) implements OrderEvent {}

    record Changed(String state, Instant at) implements OrderEvent {}

    record Cancelled(Cancellation cancellation, boolean refunded, Instant at) implements OrderEvent {}

    record Expired(Instant at) implements OrderEvent {}

    record Completed(Instant at) implements OrderEvent {}

    /** Told to this service's own carts: an order was made of one. */
    record CartOrdered(Instant at) implements OrderEvent {}

    /** Told to the audit: somebody of the staff called the order off. */
    record CancelledByStaff(Actor actor, Cancellation cancellation) implements OrderEvent {}
}
