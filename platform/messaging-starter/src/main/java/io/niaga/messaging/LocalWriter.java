package io.niaga.messaging;

import java.time.Instant;
import org.bson.Document;

/**
 * Keeps what must follow from a write but lives in a document of its own: a stock movement, a ledger posting.
 *
 * <p>Called at least once per event and in the aggregate's order. It inserts a document whose {@code _id} is the derived
 * id; a duplicate key means that it is done already and may be thrown as it is. It calls nobody else.
 */
public interface LocalWriter {
    /** What stands behind {@code local:} in {@link Outgoing#to()}; one writer per name. */
    String name();

    /**
     * @param derivedId {@code <aggregate id>/<sequence>}, the same on every call for the same event
     * @param at when the aggregate was written
     */
    void write(String derivedId, String type, Document body, Instant at);
}
