package io.niaga.orders.quote;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with a quote. */
public enum QuoteProblem implements Problem {
    QUOTE_UNKNOWN(ProblemKind.NOT_FOUND, "There is no such quote."),
    POINTS_UNAVAILABLE(ProblemKind.CONFLICT, "Points cannot be spent here."),
    SHIPPING_UNAVAILABLE(ProblemKind.CONFLICT, "Nothing is shipped to this address."),
    SHIPPING_OPTION_UNKNOWN(ProblemKind.CONFLICT, "The shipping option {shippingOptionId} is not offered here."),
    TAX_MODE_UNAVAILABLE(ProblemKind.CONFLICT, "The store {storeId} does not include tax in its prices yet."),
    COUPON_UNKNOWN(ProblemKind.NOT_FOUND, "There is no such coupon."),
    COUPON_NOT_ACTIVE(ProblemKind.CONFLICT, "The coupon is not valid at this moment."),
    COUPON_NOT_APPLICABLE(ProblemKind.CONFLICT, "The coupon does not apply to this purchase."),
    COUPON_EXHAUSTED(ProblemKind.CONFLICT, "The coupon was used up.");

    private final ProblemKind kind;
    private final String detail;

    QuoteProblem(ProblemKind kind, String detail) {
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
