package io.niaga.payments.payment;

import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import java.time.Instant;

/** What happened to a payment, told in the write that made it so. */
public sealed interface PaymentEvent {
    record Opened(Instant at) implements PaymentEvent {}

    record Assured(Assurance assurance, Instant at) implements PaymentEvent {}

    record Captured(Money amount, Instant at) implements PaymentEvent {}

    record Failed(String reason, Instant at) implements PaymentEvent {}

    record Cancelled(Instant at) implements PaymentEvent {}

    record LatePaid(Money amount, Instant at) implements PaymentEvent {}

    record Refunded(RefundTerms refund, Instant at) implements PaymentEvent {}

    record RefundRefused(RefundTerms refund, String reason, Instant at) implements PaymentEvent {}

    /** The books follow from the same write. */
    record Posted(Posting posting) implements PaymentEvent {}
}
