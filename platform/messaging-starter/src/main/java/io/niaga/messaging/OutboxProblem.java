package io.niaga.messaging;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** Why a write with events can be refused. */
public enum OutboxProblem implements Problem {
    /** The aggregate has as many untold events as its document may hold. */
    OUTBOX_FULL(ProblemKind.UNAVAILABLE, "Too much about this resource is still to be told; please try again later.");

    private final ProblemKind kind;
    private final String detail;

    OutboxProblem(ProblemKind kind, String detail) {
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
