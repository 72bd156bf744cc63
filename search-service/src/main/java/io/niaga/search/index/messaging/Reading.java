package io.niaga.search.index.messaging;

import io.niaga.messaging.Envelope;
import io.niaga.search.index.Change;

/** What a record turned out to be. */
sealed interface Reading {
    record Told(Change change, Envelope envelope) implements Reading {}

    /** Of a type that does not concern the index. */
    record Foreign() implements Reading {}

    /** Of a version that is not known here. */
    record UnknownVersion(String type) implements Reading {}

    record Malformed(String reason) implements Reading {}
}
