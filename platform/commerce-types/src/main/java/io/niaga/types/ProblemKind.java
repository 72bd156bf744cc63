package io.niaga.types;

/** What sort of failure a problem is; the HTTP status follows from it in one place. */
public enum ProblemKind {
    /** The request itself is malformed or invalid: 400. */
    INVALID,
    /** Nobody has proven who they are: 401. */
    UNAUTHENTICATED,
    /** Known, but not allowed: 403. */
    FORBIDDEN,
    /** Not there, or not the caller's to see: 404. */
    NOT_FOUND,
    /** 405. */
    METHOD_NOT_ALLOWED,
    /** 406. */
    NOT_ACCEPTABLE,
    /** The request was begun and not sent in time: 408. */
    TOO_SLOW,
    /** A rule of the business or a concurrent change stands against it: 409. */
    CONFLICT,
    /** The resource changed since the caller read it: 412. */
    STALE,
    /** 413. */
    TOO_LARGE,
    /** 415. */
    UNSUPPORTED_MEDIA_TYPE,
    /** An idempotency key used again for something else: 422. */
    KEY_REUSED,
    /** A precondition is required: 428. */
    PRECONDITION_REQUIRED,
    /** 429. */
    TOO_MANY,
    /** Something needed is not there right now; asking again later is right: 503. */
    UNAVAILABLE,
    /** A defect of ours: 500. */
    BROKEN
}
