package io.niaga.catalog.category;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with categories. */
public enum CategoryProblem implements Problem {
    CATEGORY_SLUG_TAKEN(ProblemKind.CONFLICT, "A sibling has the slug {slug} already."),
    CATEGORY_NOT_EMPTY(ProblemKind.CONFLICT, "The category still holds categories or products."),
    CATEGORY_CYCLE(ProblemKind.CONFLICT, "A category cannot be moved below itself."),
    CATEGORY_TOO_DEEP(ProblemKind.CONFLICT, "A tree has at most {deepest} levels."),
    TOO_MANY_CATEGORIES(ProblemKind.CONFLICT, "A store has at most {most} categories."),
    PARENT_UNKNOWN(ProblemKind.INVALID, "There is no such parent category in this store.");

    private final ProblemKind kind;
    private final String detail;

    CategoryProblem(ProblemKind kind, String detail) {
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
