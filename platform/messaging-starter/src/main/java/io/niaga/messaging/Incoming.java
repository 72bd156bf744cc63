package io.niaga.messaging;

import org.jspecify.annotations.Nullable;

/** What a record turned out to be before any effect. */
sealed interface Incoming {
    /** Of a type nobody here asked for. */
    record Foreign() implements Incoming {}

    /** Cannot be received as it is. */
    record Unreadable(DeadLetter.Reason reason, String error) implements Incoming {}

    /** An event for a receiver; a null body is a tombstone. */
    record Fact(Envelope envelope, @Nullable Object body, Subscription.Route<?> route) implements Incoming {}
}
