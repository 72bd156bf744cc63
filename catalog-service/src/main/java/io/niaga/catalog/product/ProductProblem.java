package io.niaga.catalog.product;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with products. */
public enum ProductProblem implements Problem {
    SKU_TAKEN(ProblemKind.CONFLICT, "Other products of the store have these SKUs already."),
    SLUG_TAKEN(ProblemKind.CONFLICT, "Another product of the store has the slug {slug} already."),
    PRODUCT_ARCHIVED(ProblemKind.CONFLICT, "An archived product does not change any more."),
    PRODUCT_NOT_PUBLISHABLE(ProblemKind.CONFLICT, "The product cannot be published yet: {missing} is missing.");

    private final ProblemKind kind;
    private final String detail;

    ProductProblem(ProblemKind kind, String detail) {
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
