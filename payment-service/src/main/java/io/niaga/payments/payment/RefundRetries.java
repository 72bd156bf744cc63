package io.niaga.payments.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * How often and when a refund that the provider refuses is sent again by itself.
 *
 * @param most attempts in all, before a person decides
 * @param pause before the second attempt; doubled before each further one
 */
public record RefundRetries(int most, Duration pause) {
    public RefundRetries {
        if (most < 1 || most > 20 || pause.isNegative()) {
            throw new IllegalArgumentException("a refund is tried 1 to 20 times, with pauses in between");
        }
    }

    /** What a refusal of that attempt leads to. */
    RefundState after(int attempt, String failure, Instant now) {
        return attempt >= most
                ? new RefundState.Failed(attempt, failure)
                : new RefundState.Retried(attempt + 1, now.plus(pause.multipliedBy(1L << (attempt - 1))), failure);
    }
}
