package io.niaga.loyalty.coupon;

import io.niaga.types.Money;

/**
 * One order's use of a coupon.
 *
 * @param fence the highest fence of a command that was carried out
 * @param attempt how often taking it was begun; an older attempt's traces are undone
 */
public record Hold(HoldId id, Claim claim, HoldState state, long fence, int attempt) {
    /**
     * Whose use of what it is.
     *
     * @param customerKey the account, or the hash of a guest's mail
     */
    public record Claim(CouponId coupon, String orderId, String customerKey, Money amount) {}

    /** {@code PENDING → HELD → REDEEMED}; {@code PENDING → REFUSED}; {@code HELD | REDEEMED → GIVING_BACK → GIVEN_BACK}. */
    public enum HoldState {
        PENDING,
        HELD,
        REDEEMED,
        REFUSED,
        GIVING_BACK,
        GIVEN_BACK;

        /** Whether the use counts against the limits. */
        public boolean counts() {
            return switch (this) {
                case HELD, REDEEMED -> true;
                case PENDING, REFUSED, GIVING_BACK, GIVEN_BACK -> false;
            };
        }
    }

    /** Names this attempt's trace in the coupon's counter. */
    String operation() {
        return id + "/" + attempt;
    }
}
