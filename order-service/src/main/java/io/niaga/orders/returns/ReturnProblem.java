package io.niaga.orders.returns;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with sending something back. */
public enum ReturnProblem implements Problem {
    RETURN_UNKNOWN(ProblemKind.NOT_FOUND, "There is no such return."),
    ORDER_NOT_RETURNABLE(ProblemKind.CONFLICT, "Nothing can be sent back of an order that is {state}."),
    RETURN_WINDOW_OVER(ProblemKind.CONFLICT, "The order could be sent back until {until}."),
    RETURN_LINE_UNKNOWN(ProblemKind.CONFLICT, "The order has no {sku}."),
    RETURN_EXCEEDS_DELIVERED(ProblemKind.CONFLICT, "Of {sku} at most {returnable} can still be sent back."),
    RETURNS_TOO_MANY(ProblemKind.CONFLICT, "An order has at most {limit} returns."),
    RETURN_STATE_CONFLICT(ProblemKind.CONFLICT, "That is not possible with a return that is {state}."),
    INSPECTION_INCOMPLETE(ProblemKind.CONFLICT, "Of {sku} exactly {quantity} must be resellable, damaged or missing."),
    SETTLEMENT_EXCEEDS_WORTH(ProblemKind.CONFLICT, "The return is worth {worth}.");

    private final ProblemKind kind;
    private final String detail;

    ReturnProblem(ProblemKind kind, String detail) {
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
