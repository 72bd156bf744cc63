package io.niaga.messaging;

/** What a failure of a receiver means for the event. */
enum FailureKind {
    /** Something needed is not there: wait, then try again, however often. */
    OUTAGE,
    /** Somebody else changed the same thing: try again at once. */
    CLASH,
    /** A defect: tried a few times, then set aside. */
    DEFECT
}
