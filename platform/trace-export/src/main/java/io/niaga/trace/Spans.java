package io.niaga.trace;

/** Where spans go. Thread-safe; absent where nobody wants them. */
@FunctionalInterface
public interface Spans {
    /** Takes a span; never waits, never fails. */
    void ended(Span span);
}
