package io.niaga.payments.payment;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with a payment. */
public enum PaymentProblem implements Problem {
    PAYMENT_METHOD_UNAVAILABLE(ProblemKind.CONFLICT, "The payment method {method} is not offered here."),
    PAYMENT_NOT_CONFIRMABLE(ProblemKind.CONFLICT, "A payment in state {state} cannot be confirmed."),
    PAYMENT_WINDOW_CLOSED(ProblemKind.CONFLICT, "This payment was to be made by {payBy}."),
    PAYMENT_IN_PROGRESS(ProblemKind.UNAVAILABLE, "The provider has not said yet how the last attempt ended."),
    PAYMENT_MISMATCH(ProblemKind.CONFLICT, "This payment was opened for another order, amount or method."),
    REFUND_EXCEEDS_CAPTURE(ProblemKind.CONFLICT, "At most {refundable} can still be refunded."),
    REFUND_MISMATCH(ProblemKind.CONFLICT, "This refund was asked for with another amount."),
    REFUND_CURRENCY_MISMATCH(ProblemKind.CONFLICT, "This payment was made in {currency}."),
    REFUND_NOT_RETRYABLE(ProblemKind.CONFLICT, "A refund in state {state} is not waiting for anybody."),
    REFUNDS_TOO_MANY(ProblemKind.CONFLICT, "A payment has at most {most} refunds."),
    FENCED(ProblemKind.CONFLICT, "A later command with fence {fence} was already carried out."),
    SANDBOX_EVENT_NOT_APPLICABLE(ProblemKind.CONFLICT, "The sandbox has nothing to say about a payment by {method}.");

    private final ProblemKind kind;
    private final String detail;

    PaymentProblem(ProblemKind kind, String detail) {
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
