package io.niaga.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A coupon's limits: its counter is what its uses leave of it, and every use that counts has exactly one claim. */
final class CouponLimits {
    private CouponLimits() {}

    static void counted(CouponCase c, Findings found) {
        if (c.coupon == null) {
            found.require(
                    c.counting == 0 && c.claims.isEmpty(),
                    Check.COUPON_LIMITS,
                    c.counting + " uses of a coupon that is not there",
                    c.id);
            return;
        }
        if (Fields.has(c.coupon, "totalLimit")) {
            long limit = Fields.number(c.coupon, "totalLimit");
            found.require(c.counting <= limit, Check.COUPON_LIMITS, c.counting + " uses of " + limit, c.id);
            long left = c.counter == null ? limit : Fields.number(c.counter, "left");
            long used = limit - left;
            long traces = Fields.list(c.counter, "ops").size();
            long play = c.inMotion + traces;
            found.require(
                    left >= 0 && used >= c.counting - traces && used <= c.counting + play,
                    Check.COUPON_LIMITS,
                    "the counter says " + used + " are used, uses say " + c.counting,
                    c.id);
        }
    }

    static void claimed(CouponCase c, Findings found) {
        if (c.coupon == null) {
            return;
        }
        Map<String, Integer> perCustomer = new HashMap<>();
        Set<String> holds = new HashSet<>();
        for (CouponCase.Claim claim : c.claims) {
            perCustomer.merge(claim.id().substring(0, claim.id().lastIndexOf('|')), 1, Integer::sum);
            found.require(
                    holds.add(claim.hold()) && c.states.containsKey(claim.hold()),
                    Check.COUPON_LIMITS,
                    "a claim of a use that does not count, or has another claim",
                    claim.id(),
                    claim.hold());
        }
        long most = Fields.number(c.coupon, "perCustomerLimit");
        perCustomer.forEach((customer, uses) ->
                found.require(uses <= most, Check.COUPON_LIMITS, uses + " uses by one customer, of " + most, customer));
        c.states.forEach((hold, state) -> found.require(
                holds.contains(hold) || !CouponRules.COUNTS.contains(state),
                Check.COUPON_LIMITS,
                "a use that is " + state + " has no claim",
                hold,
                c.id));
    }
}
