package io.niaga.loyalty.coupon;

import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon promises; it never changes once issued.
 *
 * @param percentage what it takes off the items, above 0 and at most 100 %
 * @param minimum items are worth at least that; nothing asked when absent
 * @param mostDiscount the discount is at most that; unbounded when absent
 * @param totalLimit uses by everybody together; unbounded when absent
 * @param perCustomerLimit uses by one customer, 1 to 100
 */
public record CouponTerms(
        StoreId store,
        CouponCode code,
        Percentage percentage,
        @Nullable Money minimum,
        @Nullable Money mostDiscount,
        @Nullable Integer totalLimit,
        int perCustomerLimit,
        Instant validFrom,
        @Nullable Instant validUntil) {
    public static final int MOST_USES = 10_000_000;
    public static final int MOST_USES_OF_ONE = 100;

    public CouponTerms {
        if (percentage.basisPoints() < 1 || percentage.basisPoints() > Percentage.WHOLE) {
            throw new IllegalArgumentException("a coupon takes off more than 0 and at most 100 %");
        }
        if (totalLimit != null && (totalLimit < 1 || totalLimit > MOST_USES)) {
            throw new IllegalArgumentException("a total limit lies between 1 and 10,000,000");
        }
        if (perCustomerLimit < 1 || perCustomerLimit > MOST_USES_OF_ONE) {
            throw new IllegalArgumentException("a limit per customer lies between 1 and 100");
        }
        if (validUntil != null && !validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("a coupon ends after it begins");
        }
    }

    boolean isValidAt(Instant now) {
        return !now.isBefore(validFrom) && (validUntil == null || now.isBefore(validUntil));
    }
}
