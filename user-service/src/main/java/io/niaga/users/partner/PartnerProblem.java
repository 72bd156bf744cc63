package io.niaga.users.partner;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with partners' programs. */
public enum PartnerProblem implements Problem {
    SCOPE_UNKNOWN(ProblemKind.INVALID, "There is no scope {scope} for partners."),
    TOO_MANY_API_CLIENTS(ProblemKind.CONFLICT, "A store has at most {most} API clients.");

    private final ProblemKind kind;
    private final String detail;

    PartnerProblem(ProblemKind kind, String detail) {
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
