package io.niaga.events.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with rights, or the system, changed something.
 *
 * @param actor an id or a service's name, never a person's name
 * @param action {@code resource:verb} of the permission table
 */
public record AuditRecordedV1(
        String entryId,
        String actor,
        @Nullable String onBehalfOf,
        String action,
        String resource,
        @Nullable String storeId,
        List<Change> changes,
        @Nullable String reason,
        @Nullable String requestId,
        Instant at) {
    public static final String TYPE = "audit.recorded.v1";

    /** One field that changed; values are left out for personal fields. */
    public record Change(
            String pointer, @Nullable String from, @Nullable String to) {}
}
