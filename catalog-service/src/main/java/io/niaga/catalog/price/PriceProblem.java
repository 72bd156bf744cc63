package io.niaga.catalog.price;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with prices. */
public enum PriceProblem implements Problem {
    SKU_UNKNOWN(ProblemKind.NOT_FOUND, "The store has no product with the SKU {sku}.");

    private final ProblemKind kind;
    private final String detail;

    PriceProblem(ProblemKind kind, String detail) {
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
