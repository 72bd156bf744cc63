package io.niaga.users.audit.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.messaging.Subscription;
import io.niaga.users.audit.AuditEntries;
import io.niaga.users.audit.AuditEntry;

/** Keeps what every service records. Twice is once, by the entry's id; order does not matter. */
public final class AuditListener {
    private final AuditEntries entries;

    public AuditListener(AuditEntries entries) {
        this.entries = entries;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.AUDIT)
                .as("user-audit")
                .on(AuditRecordedV1.TYPE, AuditRecordedV1.class, (body, envelope) -> entries.add(entry(body)))
                .gathering()
                .build();
    }

    private static AuditEntry entry(AuditRecordedV1 e) {
        return new AuditEntry(
                e.entryId(),
                e.actor(),
                e.onBehalfOf(),
                e.action(),
                e.resource(),
                e.storeId(),
                e.changes().stream()
                        .map(c -> new AuditEntry.Change(c.pointer(), c.from(), c.to()))
                        .toList(),
                e.reason(),
                e.requestId(),
                e.at());
    }
}
