package io.niaga.payments.webhook;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** Why a provider's call is refused. */
public enum WebhookProblem implements Problem {
    WEBHOOK_SIGNATURE_INVALID(ProblemKind.UNAUTHENTICATED, "The signature does not fit the body, or is too old.");

    private final ProblemKind kind;
    private final String detail;

    WebhookProblem(ProblemKind kind, String detail) {
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
