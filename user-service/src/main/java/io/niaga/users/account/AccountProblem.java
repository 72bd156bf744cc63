package io.niaga.users.account;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with an account. */
public enum AccountProblem implements Problem {
    EMAIL_TAKEN(ProblemKind.CONFLICT, "There is an account with this mail address already."),
    PASSWORD_REFUSED(ProblemKind.INVALID, "The password does not meet the rules: {rules}."),
    TOO_MANY_ADDRESSES(ProblemKind.CONFLICT, "An account keeps at most {most} addresses.");

    private final ProblemKind kind;
    private final String detail;

    AccountProblem(ProblemKind kind, String detail) {
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
