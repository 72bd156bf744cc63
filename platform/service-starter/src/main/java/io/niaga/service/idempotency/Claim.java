package io.niaga.service.idempotency;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * What is remembered of a key.
 *
 * @param holder who may finish it; whoever takes over changes it, so an overtaken holder's writes match nothing
 * @param leaseUntil until when the holder is believed to be at work
 */
record Claim(
        String id,
        String fingerprint,
        String resource,
        String holder,
        boolean done,
        Instant leaseUntil,
        Instant expiresAt) {

    static Claim of(Document document) {
        return new Claim(
                document.getString("_id"),
                document.getString("fingerprint"),
                document.getString("resource"),
                document.getString("holder"),
                Boolean.TRUE.equals(document.getBoolean("done")),
                instant(document, "leaseUntil"),
                instant(document, "expiresAt"));
    }

    @SuppressWarnings("JavaUtilDate") // the driver's type for an instant
    private static Instant instant(Document document, String field) {
        return document.get(field, Date.class).toInstant();
    }

    Document document() {
        return new Document("_id", id)
                .append("fingerprint", fingerprint)
                .append("resource", resource)
                .append("holder", holder)
                .append("done", done)
                .append("leaseUntil", leaseUntil)
                .append("expiresAt", expiresAt);
    }

    Claim heldBy(String other, Instant until) {
        return new Claim(id, fingerprint, resource, other, false, until, expiresAt);
    }
}
