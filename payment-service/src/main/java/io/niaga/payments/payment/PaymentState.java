package io.niaga.payments.payment;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.Optional;

/** Where a payment stands; each state holds exactly what is true in it. */
public sealed interface PaymentState {
    /** Waits for the customer to confirm with a token. */
    record RequiresAction() implements PaymentState {}

    /** An attempt was sent to the provider and its answer is not known yet; it is asked for, never repeated. */
    record Charging(int attempt, Instant since) implements PaymentState {}

    /** The bank wants the customer to prove who they are on that page before the attempt goes on. */
    record Challenged(int attempt, String url, Instant since) implements PaymentState {}

    /** Waits for the customer to do what the provider says. */
    record Pending(Instruction instruction) implements PaymentState {}

    /** The last attempt was declined; another may follow. */
    record Failed(String reason) implements PaymentState {}

    /** The provider takes no more money for it; money that comes nevertheless counts while the order still waits. */
    record Expired() implements PaymentState {}

    /** The carrier collects the cash. */
    record ToCollect() implements PaymentState {}

    /** The money is ours; by which attempt, 0 when only one was possible. */
    record Captured(Instant at, int attempt) implements PaymentState {}

    /** Given up because its order ended. */
    record Cancelled() implements PaymentState {}

    /** Money came after it had been given up. */
    record LatePaid(Instant at, int attempt) implements PaymentState {}

    /** Why an order over that amount may go on; empty while it may not. */
    default Optional<Assurance> assurance(Money amount) {
        return switch (this) {
            case Captured _ -> Optional.of(amount.isZero() ? Assurance.NOTHING_TO_PAY : Assurance.CAPTURED);
            case ToCollect _ -> Optional.of(Assurance.CASH_ON_DELIVERY);
            case RequiresAction _, Charging _, Challenged _, Pending _, Failed _, Expired _, Cancelled _, LatePaid _ ->
                Optional.empty();
        };
    }

    /** The name that the API shows, before any refund. */
    default String label() {
        return switch (this) {
            case RequiresAction _, Challenged _ -> "REQUIRES_ACTION";
            case Charging _, Pending _ -> "PENDING";
            case Failed _ -> "FAILED";
            case Expired _ -> "EXPIRED";
            case ToCollect _ -> "TO_COLLECT";
            case Captured _ -> "CAPTURED";
            case Cancelled _ -> "CANCELLED";
            case LatePaid _ -> "LATE_PAID";
        };
    }
}
