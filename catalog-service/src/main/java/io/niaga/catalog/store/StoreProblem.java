package io.niaga.catalog.store;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can be wrong with the store that is asked for. */
public enum StoreProblem implements Problem {
    STORE_UNKNOWN(ProblemKind.NOT_FOUND, "There is no such store."),
    STORE_REQUIRED(ProblemKind.INVALID, "Say which store, with the parameter store.");

    private final ProblemKind kind;
    private final String detail;

    StoreProblem(ProblemKind kind, String detail) {
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
