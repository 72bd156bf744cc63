package io.niaga.catalog.audit.messaging;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** Tells a staff write as an audit entry, in the outbox of what it changed. */
public final class AuditEntries {
    private static final int LONGEST_VALUE = 500;
    private final AuditTrail trail;

    public AuditEntries(AuditTrail trail) {
        this.trail = trail;
    }

    public Outgoing of(StaffWrite write) {
        AuditRecordedV1 entry = trail.entry(
                write.actor(),
                write.action(),
                write.resource(),
                write.store(),
                write.changes().stream().map(AuditEntries::change).toList(),
                null);
        return Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry);
    }

    private static AuditRecordedV1.Change change(StaffWrite.FieldChange change) {
        return new AuditRecordedV1.Change(change.pointer(), shortened(change.from()), shortened(change.to()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
