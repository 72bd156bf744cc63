package io.niaga.users.store;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with a store or its members. */
public enum StoreProblem implements Problem {
    CURRENCY_IS_FIXED(ProblemKind.CONFLICT, "A store keeps its currency {currency}: prices and books are in it."),
    ROLE_UNKNOWN(ProblemKind.INVALID, "There is no store role {role}."),
    MEMBER_UNKNOWN(ProblemKind.NOT_FOUND, "The identity server knows no such person."),
    MEMBER_AMBIGUOUS(ProblemKind.CONFLICT, "Several people have this mail address; appoint one of them by their id."),
    MEMBER_UNVERIFIED(
            ProblemKind.CONFLICT, "Nobody has proven that this address is theirs; appoint them by their user id."),
    MEMBER_KNOWN(
            ProblemKind.CONFLICT, "This person works here already, as {userId}; that member's roles can be changed.");

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
