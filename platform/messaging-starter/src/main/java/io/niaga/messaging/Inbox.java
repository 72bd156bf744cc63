package io.niaga.messaging;

import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Makes an effect on one document happen once per event: the guard goes into the filter, the mark into the same update.
 *
 * <p>A source is one aggregate seen from the document ({@code payment}, or the id of a shipment). Events that are not newer
 * than the last one applied are dropped; gaps are not waited for.
 */
public final class Inbox {
    /** Where a document keeps the last sequence of each source. */
    public static final String FIELD = "lastSeq";

    private Inbox() {}

    /** Matches a document that has not seen this sequence of the source, nor a later one. */
    public static Bson guard(String source, long sequence) {
        return new Document(path(source), new Document("$not", new Document("$gte", sequence)));
    }

    /** Remembers the sequence; combine it with the effect by {@code Updates.combine}. */
    public static Bson mark(String source, long sequence) {
        return new Document("$set", new Document(path(source), sequence));
    }

    /** Whether the loaded document has seen this sequence of the source, or a later one. */
    public static boolean seen(Document document, String source, long sequence) {
        path(source);
        return document.get(FIELD) instanceof Document last
                && last.get(source) instanceof Number seen
                && seen.longValue() >= sequence;
    }

    private static String path(String source) {
        if (source.isEmpty() || source.indexOf('.') >= 0 || source.startsWith("$")) {
            throw new IllegalArgumentException("a source has no dot and does not start with a dollar sign");
        }
        return FIELD + "." + source;
    }
}
