package io.niaga.payments.payment;

import java.time.Instant;

/** Where a refund stands; each state holds exactly what is true in it. */
public sealed interface RefundState {
    /** The provider was asked, or is about to be, under this attempt's key; its answer is not known yet. */
    record Pending(int attempt, Instant askAt) implements RefundState {}

    /** The provider refused; the next attempt is made at that moment. */
    record Retried(int attempt, Instant dueAt, String failure) implements RefundState {}

    /** The provider refused as often as it is asked by itself: a person decides. The money is still owed. */
    record Failed(int attempt, String failure) implements RefundState {}

    /** The money went back. */
    record Succeeded() implements RefundState {}

    /** Nothing had been taken, so nothing goes back. */
    record Voided() implements RefundState {}

    /** The name that the API and documents show. */
    default String label() {
        return switch (this) {
            case Pending _ -> "PENDING";
            case Retried _ -> "RETRIED";
            case Failed _ -> "FAILED";
            case Succeeded _ -> "SUCCEEDED";
            case Voided _ -> "VOIDED";
        };
    }
}
