package io.niaga.loyalty.coupon;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.List;

/** What a coupon would take off now. It holds nothing: limits are checked as they stand and taken at placement. */
@UseCase
public final class EvaluateCoupon {
    private final Coupons coupons;
    private final CouponUses uses;
    private final Clock clock;

    public EvaluateCoupon(Coupons coupons, CouponUses uses, Clock clock) {
        this.coupons = coupons;
        this.uses = uses;
        this.clock = clock;
    }

    /** The coupon and one discount per line. */
    public record Evaluation(CouponId coupon, List<Money> discounts) {}

    /**
     * @throws io.niaga.types.ProblemException COUPON_UNKNOWN, COUPON_NOT_ACTIVE, COUPON_NOT_APPLICABLE, COUPON_EXHAUSTED
     */
    public Evaluation evaluate(StoreId store, CouponCode code, String customerKey, List<Money> lineTotals) {
        Coupon coupon = coupons.find(store, code)
                .orElseThrow(() -> CouponProblem.COUPON_UNKNOWN.with("couponCode", code.value()));
        coupon.requireActive(clock.instant());
        List<Money> discounts = coupon.discounts(lineTotals);
        boolean used = uses.left(coupon.terms(), coupon.id()) < 1
                || uses.usedBy(coupon.terms(), coupon.id(), customerKey)
                        >= coupon.terms().perCustomerLimit();
        if (used) {
            throw CouponProblem.COUPON_EXHAUSTED.with("couponCode", code.value());
        }
        return new Evaluation(coupon.id(), discounts);
    }
}
