package io.niaga.payments.payment;

import java.time.Instant;

/** Where a payment stands; each state holds exactly what is true in it. */
public sealed interface PaymentState {
    /** Waits for the customer to confirm with a token. */
    record RequiresAction() implements PaymentState {}

    /** An attempt was sent to the provider and its answer is not known yet; it is asked for, never repeated. */
    record Charging(int attempt, Instant since) implements PaymentState {}

    /** Waits for a transfer. */
    record Pending(VirtualAccount account) implements PaymentState {}

    /** The last attempt was declined; another may follow. */
    record Failed(String reason) implements PaymentState {}

    /** The provider takes no more money for it; money that comes nevertheless counts while the order still waits. */
    record Expired() implements PaymentState {}

    /** The carrier collects the cash. */
    record ToCollect() implements PaymentState {}

    /** The money is ours. */
    record Captured(Instant at) implements PaymentState {}

    /** Given up because its order ended. */
    record Cancelled() implements PaymentState {}

    /** Money came after it had been given up. */
    record LatePaid(Instant at) implements PaymentState {}
}
