package io.niaga.catalog.exchange;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with imports as a whole; rows have codes of their own. */
public enum ImportProblem implements Problem {
    IMPORT_ENDED(ProblemKind.CONFLICT, "The import has ended: {state}.");

    private final ProblemKind kind;
    private final String detail;

    ImportProblem(ProblemKind kind, String detail) {
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
