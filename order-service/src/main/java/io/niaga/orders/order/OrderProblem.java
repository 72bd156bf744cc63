package io.niaga.orders.order;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with placing, finding and cancelling an order. */
public enum OrderProblem implements Problem {
    ORDER_UNKNOWN(ProblemKind.NOT_FOUND, "There is no such order."),
    ORDER_NOT_CANCELLABLE(ProblemKind.CONFLICT, "An order that is {state} cannot be cancelled."),
    ORDER_NOT_EDITABLE(ProblemKind.CONFLICT, "An order that is {state} cannot be changed any more."),
    ADDRESS_CHANGES_SHIPPING(
            ProblemKind.CONFLICT,
            "To that address the order cannot be shipped as agreed: {shippingOptionId}, {price}."),
    SOLD_OUT(ProblemKind.CONFLICT, "There is not enough left of {skus}."),
    COUPON_EXHAUSTED(ProblemKind.CONFLICT, "The coupon was used up."),
    COUPON_NOT_ACTIVE(ProblemKind.CONFLICT, "The coupon is not valid any more."),
    PAYMENT_METHOD_UNAVAILABLE(ProblemKind.CONFLICT, "The payment method {paymentMethod} is not offered here."),
    QUOTE_EXPIRED(ProblemKind.CONFLICT, "The quote is not valid any more."),
    QUOTE_ALREADY_USED(ProblemKind.CONFLICT, "The quote was ordered already."),
    PLACEMENT_TIMED_OUT(ProblemKind.CONFLICT, "The order could not be placed in time; nothing was kept.");

    private final ProblemKind kind;
    private final String detail;

    OrderProblem(ProblemKind kind, String detail) {
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
