package io.niaga.gateway.edge;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What the gateway itself refuses. */
public enum EdgeProblem implements Problem {
    NO_SUCH_PATH(ProblemKind.NOT_FOUND, "No service owns this path."),
    PATH_REFUSED(ProblemKind.INVALID, "The address has parts that are not allowed or cannot be read."),
    HEADER_REFUSED(ProblemKind.INVALID, "A header is not allowed here."),
    REQUEST_TOO_SLOW(ProblemKind.TOO_SLOW, "The request was not sent in time."),
    BODY_TOO_LARGE(ProblemKind.TOO_LARGE, "The request body is larger than {limit} bytes."),
    QUOTA_EXCEEDED(ProblemKind.TOO_MANY, "The quota {policy} of {limit} requests a minute is used up."),
    OVERLOADED(ProblemKind.UNAVAILABLE, "The service {service} has enough to do; ask again in a moment."),
    UPSTREAM_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The service {service} is not available right now."),
    UPSTREAM_TIMEOUT(ProblemKind.UNAVAILABLE, "The service {service} did not answer in time; ask for the outcome."),
    GATEWAY_ERROR(ProblemKind.BROKEN, "Something went wrong on our side.");

    private final ProblemKind kind;
    private final String detail;

    EdgeProblem(ProblemKind kind, String detail) {
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
