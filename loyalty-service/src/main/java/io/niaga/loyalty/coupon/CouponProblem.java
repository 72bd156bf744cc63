package io.niaga.loyalty.coupon;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with a coupon. */
public enum CouponProblem implements Problem {
    COUPON_UNKNOWN(ProblemKind.NOT_FOUND, "There is no coupon {couponCode} in this store."),
    COUPON_NOT_ACTIVE(ProblemKind.CONFLICT, "The coupon {couponCode} is not valid now."),
    COUPON_NOT_APPLICABLE(ProblemKind.CONFLICT, "The coupon {couponCode} needs items for {minimum} at least."),
    COUPON_EXHAUSTED(ProblemKind.CONFLICT, "The coupon {couponCode} is used up."),
    COUPON_CODE_TAKEN(ProblemKind.CONFLICT, "The store has a coupon {couponCode} already."),
    POINTS_UNAVAILABLE(ProblemKind.CONFLICT, "Points cannot be spent yet."),
    FENCED(ProblemKind.CONFLICT, "A later command with fence {fence} was already carried out.");

    private final ProblemKind kind;
    private final String detail;

    CouponProblem(ProblemKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
