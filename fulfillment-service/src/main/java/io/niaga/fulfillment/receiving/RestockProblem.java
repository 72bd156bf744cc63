package io.niaga.fulfillment.receiving;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with goods that come back. */
public enum RestockProblem implements Problem {
    RESTOCK_MISMATCH(
            ProblemKind.CONFLICT, "What {return} brings is not what it brought before, or more than was shipped."),
    RESTOCK_BUSY(ProblemKind.UNAVAILABLE, "Somebody else is working on {return}; please ask again.");

    private final ProblemKind kind;
    private final String detail;

    RestockProblem(ProblemKind kind, String detail) {
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
