package io.niaga.types;

/** The problems that every service shares: about requests and rights, never about a business rule. */
public enum CommonProblem implements Problem {
    MALFORMED_REQUEST(ProblemKind.INVALID, "The request could not be read: {reason}."),
    INVALID_REQUEST(ProblemKind.INVALID, "The request has fields that are missing or invalid."),
    UNKNOWN_FIELD(ProblemKind.INVALID, "The field {field} is not known here."),
    INVALID_PARAMETER(ProblemKind.INVALID, "The parameter {parameter} is missing or invalid."),
    IDEMPOTENCY_KEY_REQUIRED(ProblemKind.INVALID, "This request needs the header Idempotency-Key."),
    IDEMPOTENCY_KEY_INVALID(ProblemKind.INVALID, "An Idempotency-Key is 1 to 255 printable ASCII characters."),
    IDEMPOTENCY_KEY_REUSED(ProblemKind.KEY_REUSED, "This Idempotency-Key was used with another request."),
    IDEMPOTENCY_IN_PROGRESS(ProblemKind.CONFLICT, "The first request with this Idempotency-Key is still running."),
    UNAUTHENTICATED(ProblemKind.UNAUTHENTICATED, "A valid access token is needed."),
    FORBIDDEN(ProblemKind.FORBIDDEN, "You may not {action} here."),
    FIELDS_NOT_PERMITTED(ProblemKind.FORBIDDEN, "You may not change these fields."),
    NOT_FOUND(ProblemKind.NOT_FOUND, "There is no such resource."),
    METHOD_NOT_ALLOWED(ProblemKind.METHOD_NOT_ALLOWED, "The method {method} is not offered here."),
    NOT_ACCEPTABLE(ProblemKind.NOT_ACCEPTABLE, "None of the accepted media types is offered here."),
    UNSUPPORTED_MEDIA_TYPE(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "This media type is not understood here."),
    PAYLOAD_TOO_LARGE(ProblemKind.TOO_LARGE, "The request is larger than {limit} bytes."),
    STALE_VERSION(ProblemKind.STALE, "The resource changed since you read it."),
    CONCURRENT_CHANGE(ProblemKind.CONFLICT, "The resource changed at the same moment; please try again."),
    PRECONDITION_REQUIRED(ProblemKind.PRECONDITION_REQUIRED, "This change needs the header If-Match."),
    TOO_MANY_REQUESTS(ProblemKind.TOO_MANY, "Too many requests; please wait {seconds} seconds."),
    SERVICE_UNAVAILABLE(ProblemKind.UNAVAILABLE, "Something that is needed is not available right now."),
    INTERNAL_ERROR(ProblemKind.BROKEN, "Something went wrong on our side.");

    private final ProblemKind kind;
    private final String detail;

    CommonProblem(ProblemKind kind, String detail) {
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
