package io.niaga.orders.offer;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong when asking for an offer. */
public enum OfferProblem implements Problem {
    STORE_UNKNOWN(ProblemKind.NOT_FOUND, "There is no such store."),
    SKU_UNKNOWN(ProblemKind.NOT_FOUND, "The store does not sell the SKU {sku}.");

    private final ProblemKind kind;
    private final String detail;

    OfferProblem(ProblemKind kind, String detail) {
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
