package io.niaga.loyalty.coupon;

import java.time.Instant;
import java.util.List;

/** Counts a coupon's uses so that no limit is ever passed; each step leaves a trace by which it happens once. */
public interface CouponUses {
    /** Takes one of the total under that operation; true also when it was taken before. Without a limit always true. */
    boolean take(CouponTerms terms, CouponId coupon, String operation);

    /** Undoes a take by its trace, once. */
    void undo(CouponId coupon, String operation);

    /** Removes the trace of something that is settled. */
    void forget(CouponId coupon, String operation);

    /** Returns one to the total, once, while the hold is still being given back. */
    void giveBack(CouponTerms terms, Hold hold);

    /** Takes one of the customer's uses for that hold; true also when it was taken before. */
    boolean claim(CouponTerms terms, Hold hold);

    /** Frees the customer's use that this attempt of the hold or an older one took; a newer attempt keeps its own. */
    void unclaim(CouponTerms terms, Hold hold);

    /** How many of the total are left; {@link Integer#MAX_VALUE} without a limit. */
    int left(CouponTerms terms, CouponId coupon);

    /** How many uses the customer has taken. */
    int usedBy(CouponTerms terms, CouponId coupon, String customerKey);

    /** Traces older than that moment, at most {@code limit}: somebody stopped in between. */
    List<Trace> tracesBefore(Instant before, int limit);

    /** The trace of an operation. */
    record Trace(CouponId coupon, String operation) {}
}
