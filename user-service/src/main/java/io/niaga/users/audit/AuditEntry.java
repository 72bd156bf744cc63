package io.niaga.users.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what, when and why. Personal fields are named without their values. */
public record AuditEntry(
        String id,
        String actor,
        @Nullable String onBehalfOf,
        String action,
        String resource,
        @Nullable String storeId,
        List<Change> changes,
        @Nullable String reason,
        @Nullable String requestId,
        Instant at) {
    /** One field that changed. */
    public record Change(
            String pointer, @Nullable String from, @Nullable String to) {}

    public AuditEntry {
        changes = List.copyOf(changes);
    }
}
