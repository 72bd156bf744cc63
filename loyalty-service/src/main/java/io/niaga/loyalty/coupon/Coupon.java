package io.niaga.loyalty.coupon;

import io.niaga.types.Money;
import io.niaga.types.Revision;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A coupon of one store. It can be revoked, and nothing else about it changes. */
public final class Coupon {
    private final CouponId id;
    private final CouponTerms terms;
    private final Revision revision;
    private boolean revoked;

    private Coupon(CouponId id, CouponTerms terms, boolean revoked, Revision revision) {
        this.id = id;
        this.terms = terms;
        this.revoked = revoked;
        this.revision = revision;
    }

    public static Coupon issue(CouponId id, CouponTerms terms) {
        return new Coupon(id, terms, false, Revision.NEW);
    }

    public static Coupon restore(CouponId id, CouponTerms terms, boolean revoked, Revision revision) {
        return new Coupon(id, terms, revoked, revision);
    }

    /** Nobody can use it any more; uses already held stay. */
    public void revoke() {
        revoked = true;
    }

    /** Throws {@link CouponProblem#COUPON_NOT_ACTIVE} unless it can be used now. */
    public void requireActive(Instant now) {
        if (revoked || !terms.isValidAt(now)) {
            throw CouponProblem.COUPON_NOT_ACTIVE.with(
                    "couponCode", terms.code().value());
        }
    }

    /**
     * What it takes off each line: the percentage of the sum (half even), at most the bound, split over the lines by their
     * totals so that the parts sum to it.
     *
     * @throws io.niaga.types.ProblemException COUPON_NOT_APPLICABLE below the minimum or in another currency
     */
    public List<Money> discounts(List<Money> lineTotals) {
        Money zero = Money.zero(lineTotals.getFirst().currency());
        Money sum = lineTotals.stream().reduce(zero, Money::plus);
        Money minimum = terms.minimum() == null ? zero : terms.minimum();
        if (!minimum.currency().equals(sum.currency()) || sum.compareTo(minimum) < 0) {
            throw CouponProblem.COUPON_NOT_APPLICABLE
                    .with("couponCode", terms.code().value())
                    .with("minimum", minimum);
        }
        Money discount = sum.percentage(terms.percentage(), RoundingMode.HALF_EVEN);
        Money most = terms.mostDiscount();
        Money bounded = most == null ? discount : discount.min(most);
        long[] weights = lineTotals.stream().mapToLong(Money::minorUnits).toArray();
        return Arrays.asList(bounded.allocate(weights));
    }

    public CouponId id() {
        return id;
    }

    public CouponTerms terms() {
        return terms;
    }

    public boolean isRevoked() {
        return revoked;
    }

    public Revision revision() {
        return revision;
    }
}
