package io.niaga.messaging;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event as it waits in its aggregate's document, in the form it leaves in: JSON text for a topic, a document for a local
 * writer, nothing for a tombstone.
 */
record Pending(
        long seq,
        String to,
        String type,
        @Nullable Object body,
        Instant at,
        @Nullable String correlation,
        @Nullable String causation,
        @Nullable String trace) {

    boolean isLocal() {
        return to.startsWith(Outgoing.LOCAL);
    }

    String writer() {
        return to.substring(Outgoing.LOCAL.length());
    }

    Document toDocument() {
        Document document = new Document("seq", seq)
                .append("to", to)
                .append("type", type)
                .append("body", body)
                .append("at", Date.from(at));
        put(document, "correlation", correlation);
        put(document, "causation", causation);
        put(document, "trace", trace);
        return document;
    }

    static Pending of(Document document) {
        return new Pending(
                document.get("seq", (Number) 0L).longValue(),
                document.getString("to"),
                document.getString("type"),
                document.get("body"),
                document.getDate("at").toInstant(),
                document.getString("correlation"),
                document.getString("causation"),
                document.getString("trace"));
    }

    /** All that wait in a document, in the order they happened. */
    static List<Pending> allOf(Document aggregate) {
        return Objects.requireNonNullElse(aggregate.getList("outbox", Document.class), List.<Document>of()).stream()
                .map(Pending::of)
                .toList();
    }

    private static void put(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
