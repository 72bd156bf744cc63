package io.niaga.audit;

import java.util.Map;
import java.util.Set;

/** An order's use of a coupon: held while the order stands, given back with it, for the amount that was taken off. */
final class CouponRules {
    static final Set<String> COUNTS = Set.of("HELD", "REDEEMED");
    private static final Set<String> BACK = Set.of("", "REFUSED", "GIVEN_BACK");
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "AWAITING_PAYMENT",
            Set.of("HELD"),
            "CONFIRMED",
            Set.of("REDEEMED"),
            "IN_FULFILLMENT",
            Set.of("REDEEMED"),
            "COMPLETED",
            Set.of("REDEEMED"),
            "REFUSED",
            BACK,
            "CANCELLED",
            BACK,
            "PROMISE_FAILED",
            BACK,
            "EXPIRED",
            BACK);

    private CouponRules() {}

    static void agrees(OrderCase c, Findings found) {
        String state = Fields.text(c.hold(), "state");
        boolean used = Fields.has(c.order(), "terms.couponCode");
        Set<String> allowed = used ? ALLOWED.get(c.state()) : BACK;
        boolean returned = c.state().equals("COMPLETED")
                && state.equals("GIVEN_BACK")
                && !c.refunds().isEmpty();
        if (allowed != null && !c.isAtWork() && !allowed.contains(state) && !returned) {
            found.add(
                    Check.COUPON_OF_ORDER,
                    "the order is " + (c.order() == null ? "not there" : c.state()) + ", its use of a coupon "
                            + (state.isEmpty() ? "is not there" : state),
                    c.holdId(),
                    c.id());
        }
        if (used && COUNTS.contains(state)) {
            found.same(
                    Fields.minor(c.order(), "terms.totals.discount"),
                    Fields.number(c.hold(), "amount"),
                    Check.COUPON_OF_ORDER,
                    "what it takes off",
                    c.holdId(),
                    c.id());
            found.same(
                    Fields.text(c.order(), "terms.customerKey"),
                    Fields.text(c.hold(), "customerKey"),
                    Check.COUPON_OF_ORDER,
                    "whose it is",
                    c.holdId(),
                    c.id());
        }
    }
}
