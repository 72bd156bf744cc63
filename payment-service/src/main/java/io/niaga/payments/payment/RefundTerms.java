package io.niaga.payments.payment;

import io.niaga.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a refund was asked for; it never changes.
 *
 * @param amount above nothing, in the payment's currency
 * @param goods the part of the amount that is for goods; absent when nobody said
 * @param note what a person wrote about it; for staff, never told in events
 */
public record RefundTerms(
        RefundId id,
        Money amount,
        @Nullable Money goods,
        RefundReason reason,
        @Nullable String note,
        Instant requestedAt) {
    public RefundTerms {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund sends something back");
        }
        if (goods != null && (goods.isNegative() || goods.compareTo(amount) > 0)) {
            throw new IllegalArgumentException("the part for goods lies between nothing and the whole amount");
        }
    }

    /** Whether a repeated request asks for the same refund. */
    boolean isSameAs(RefundTerms other) {
        boolean sameGoods = goods == null ? other.goods == null : goods.equals(other.goods);
        return id.equals(other.id) && amount.equals(other.amount) && sameGoods;
    }
}
