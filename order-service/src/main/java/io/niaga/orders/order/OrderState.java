package io.niaga.orders.order;

import java.time.Instant;

/** Where an order is, with what is true only there. */
public sealed interface OrderState {
    /** Taking what it needs; given up when that is not certain by {@code abandonAt}. */
    record Placing(Instant abandonAt) implements OrderState {}

    /** Giving back what was taken for an order that could not be placed. */
    record Refusing(Refusal refusal) implements OrderState {}

    record Refused(Refusal refusal) implements OrderState {}

    /** Placed: its stock is held until {@code payBy}. */
    record AwaitingPayment(Instant payBy) implements OrderState {}

    /** The money is assured and the stock committed: the promise stands. */
    record Confirmed(Instant at) implements OrderState {}

    record InFulfillment(Instant since) implements OrderState {}

    record Completed(Instant at) implements OrderState {}

    /** It will not arrive; what was taken for it is being given back, or was. */
    record PromiseFailed(BrokenPromise promise) implements OrderState {}

    /** Called off; what was taken is being given back. */
    record Cancelling(Cancellation cancellation) implements OrderState {}

    record Cancelled(Cancellation cancellation, Instant at) implements OrderState {}

    /** Not paid in time: the payment is being given up, unless it proves to be assured. */
    record Expiring(Instant payBy) implements OrderState {}

    record Expired(Instant at) implements OrderState {}

    /** Paid after all, without stock held: it is being taken again, or else the money goes back. */
    record Reviving(Instant since) implements OrderState {}

    /** The name by which API, events and documents know the state. */
    default String code() {
        return switch (this) {
            case Placing _ -> "PLACING";
            case Refusing _ -> "REFUSING";
            case Refused _ -> "REFUSED";
            case AwaitingPayment _ -> "AWAITING_PAYMENT";
            case Confirmed _ -> "CONFIRMED";
            case InFulfillment _ -> "IN_FULFILLMENT";
            case Completed _ -> "COMPLETED";
            case PromiseFailed _ -> "PROMISE_FAILED";
            case Cancelling _ -> "CANCELLING";
            case Cancelled _ -> "CANCELLED";
            case Expiring _ -> "EXPIRING";
            case Expired _ -> "EXPIRED";
            case Reviving _ -> "REVIVING";
        };
    }

    /** Whether nothing came of it, and nothing can: its cart is free for another. */
    default boolean isRefused() {
        return this instanceof Refusing || this instanceof Refused;
    }

    /** Whether the order was ever placed: only such orders are listed. */
    default boolean isListed() {
        return switch (this) {
            case Placing _, Refusing _, Refused _ -> false;
            case AwaitingPayment _, Confirmed _, InFulfillment _, Completed _, PromiseFailed _ -> true;
            case Cancelling _, Cancelled _, Expiring _, Expired _, Reviving _ -> true;
        };
    }
}
