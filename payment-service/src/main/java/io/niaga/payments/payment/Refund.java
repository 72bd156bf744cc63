package io.niaga.payments.payment;

import io.niaga.payments.payment.RefundState.Failed;
import io.niaga.payments.payment.RefundState.Pending;
import io.niaga.payments.payment.RefundState.Retried;
import io.niaga.payments.payment.RefundState.Succeeded;
import io.niaga.payments.payment.RefundState.Voided;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.Optional;

/** Money on its way back. A refund of what was never captured only voids: nothing moves and nothing is posted. */
public record Refund(RefundTerms terms, RefundState state) {
    public RefundId id() {
        return terms.id();
    }

    public Money amount() {
        return terms.amount();
    }

    Refund in(RefundState next) {
        return new Refund(terms, next);
    }

    /** Whether its amount is spoken for: also while it waits for a person, because it is owed until it is sent. */
    boolean isOwedOrSent() {
        return switch (state) {
            case Pending _, Retried _, Failed _, Succeeded _ -> true;
            case Voided _ -> false;
        };
    }

    /** When the provider is asked next, while it is. */
    public Optional<Instant> dueAt() {
        return switch (state) {
            case Pending pending -> Optional.of(pending.askAt());
            case Retried retried -> Optional.of(retried.dueAt());
            case Failed _, Succeeded _, Voided _ -> Optional.empty();
        };
    }

    /** Names an attempt to the provider, which does each key once; a refusal is final for its key. */
    public String key(int attempt) {
        return attempt == 1 ? id().value() : id() + "/" + attempt;
    }
}
