package io.niaga.payments.payment;

import io.niaga.payments.ledger.Posting;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import java.time.Instant;

/** What happened to a payment, told in the write that made it so. */
public sealed interface PaymentEvent {
    record Opened(Instant at) implements PaymentEvent {}

    record Assured(Assurance assurance, Instant at) implements PaymentEvent {}

    record Captured(Money amount, Instant at) implements PaymentEvent {}

    record Failed(String reason, Instant at) implements PaymentEvent {}

    /** The provider takes no more money for it. */
    record Expired(Instant at) implements PaymentEvent {}

    record Cancelled(Instant at) implements PaymentEvent {}

    record LatePaid(Money amount, Instant at) implements PaymentEvent {}

    record Refunded(RefundTerms refund, Instant at) implements PaymentEvent {}

    record RefundRefused(RefundTerms refund, String reason, Instant at) implements PaymentEvent {}

    /** Somebody of the staff began an attempt for the customer: there is a trace of who. */
    record BegunByStaff(Actor by, int attempt) implements PaymentEvent {}

    /** A person decided about a refund: there is a trace of who. */
    record RefundDecided(RefundTerms refund, Actor by, Decision decision) implements PaymentEvent {}

    /** What a person decided. */
    enum Decision {
        GRANTED,
        RETRIED
    }

    /** The books follow from the same write. */
    record Posted(Posting posting) implements PaymentEvent {}
}
