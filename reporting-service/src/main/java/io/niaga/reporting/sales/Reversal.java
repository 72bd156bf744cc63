package io.niaga.reporting.sales;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Money that went back.
 *
 * @param goods the part of the amount that is for goods; null when whoever sent it did not say
 */
public record Reversal(
        String refundId, Money amount, @Nullable Money goods, Instant at) {
    static final Comparator<Reversal> BY_TIME =
            Comparator.comparing(Reversal::at).thenComparing(Reversal::refundId);
}
