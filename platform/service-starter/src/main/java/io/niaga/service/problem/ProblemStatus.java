package io.niaga.service.problem;

import io.niaga.types.CommonProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** The one place where a kind of failure becomes an HTTP status, and back for failures that only have a status. */
public final class ProblemStatus {
    private ProblemStatus() {}

    public static int of(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case TOO_SLOW -> 408;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case KEY_REUSED -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            case BROKEN -> 500;
        };
    }

    /** What a bare status of the framework or the container means. */
    public static Problem problemOf(int status) {
        return switch (status) {
            case 401 -> CommonProblem.UNAUTHENTICATED;
            case 403 -> CommonProblem.FORBIDDEN;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblem.NOT_ACCEPTABLE;
            case 413 -> CommonProblem.PAYLOAD_TOO_LARGE;
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> CommonProblem.SERVICE_UNAVAILABLE;
            // What the container does not implement (a transfer coding, a version of HTTP) is the client's choice.
            case 501, 505 -> CommonProblem.MALFORMED_REQUEST;
            default -> status < 500 ? CommonProblem.MALFORMED_REQUEST : CommonProblem.INTERNAL_ERROR;
        };
    }
}
