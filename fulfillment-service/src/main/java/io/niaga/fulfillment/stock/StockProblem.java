package io.niaga.fulfillment.stock;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with stock. */
public enum StockProblem implements Problem {
    STOCK_BELOW_RESERVED(
            ProblemKind.CONFLICT,
            "{onHand} on hand are fewer than the {reserved} that orders have and the {kept} that are kept back."),
    STOCK_FULL(ProblemKind.CONFLICT, "No more than {most} units of a SKU can be in one warehouse.");

    private final ProblemKind kind;
    private final String detail;

    StockProblem(ProblemKind kind, String detail) {
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
