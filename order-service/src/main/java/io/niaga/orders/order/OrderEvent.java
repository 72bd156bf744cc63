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

    /** @param refunds whether money was taken that goes back */
    record PromiseFailed(BrokenPromise promise, boolean refunds) implements OrderEvent {}

    /** Somebody without an account asked for the way back to their order. */
    record AccessAsked(Instant at) implements OrderEvent {}

    /** A return came into its state. */
    record ReturnMoved(Return goods, Instant at) implements OrderEvent {}

    /** Told to this service's own lists of returns: there is one, or it changed. */
    record ReturnListed(Return goods, long version) implements OrderEvent {}

    /** Told to this service's own carts: an order was made of one. */
    record CartOrdered(Instant at) implements OrderEvent {}

    /**
     * Told to the audit: somebody of the staff changed something.
     *
     * @param resource id of what they worked on
     * @param from null, as {@code to}, where the value is personal
     */
    record ChangedByStaff(
            Actor actor,
            String action,
            String resource,
            String pointer,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason)
            implements OrderEvent {}
}
