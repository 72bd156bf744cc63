package io.niaga.messaging;

/** Ends a poll early: what comes from this record on is tried again after a pause. */
final class BackOff extends Exception {
    private final int from;

    /** @param from index in the poll of the first record without its effect */
    BackOff(int from, Throwable cause) {
        super("a dependency is down", cause, false, false);
        this.from = from;
    }

    int from() {
        return from;
    }
}
