package io.niaga.messaging;

/** Thrown by a receiver when something it needs is not there: the event waits, with all behind it, and is tried again. */
public final class DependencyDown extends RuntimeException {
    public DependencyDown(String what, Throwable cause) {
        super(what, cause);
    }
}
