package io.niaga.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Something to be told because of a write; it is part of that write. The record's key is the aggregate's {@code _id}.
 *
 * @param to a topic, or {@code local:<name>} for a {@link LocalWriter} of the same service
 * @param type the wire name, {@code order.cancelled.v1}
 * @param body the versioned record (a {@link org.bson.Document} is allowed for local writers); null is a tombstone
 */
public record Outgoing(String to, String type, @Nullable Object body) {
    static final String LOCAL = "local:";

    public Outgoing {
        if (to.isBlank() || to.equals(LOCAL) || type.isBlank()) {
            throw new IllegalArgumentException("an event names where it goes and its type");
        }
        if (body == null && to.startsWith(LOCAL)) {
            throw new IllegalArgumentException("only a topic takes a tombstone");
        }
    }

    public static Outgoing to(String topic, String type, Object body) {
        return new Outgoing(topic, type, body);
    }

    /** The last word about a key of a state topic: it is gone. */
    public static Outgoing tombstone(String topic, String type) {
        return new Outgoing(topic, type, null);
    }

    public static Outgoing local(String writer, String type, Object body) {
        return new Outgoing(LOCAL + writer, type, body);
    }
}
