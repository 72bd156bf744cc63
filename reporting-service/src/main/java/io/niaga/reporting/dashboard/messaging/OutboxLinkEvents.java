package io.niaga.reporting.dashboard.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.messaging.Outgoing;
import io.niaga.reporting.dashboard.Link;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Actor;
import java.util.List;

/** Tells who let numbers be seen; the link itself stays secret. */
public final class OutboxLinkEvents {
    private final AuditTrail audit;

    public OutboxLinkEvents(AuditTrail audit) {
        this.audit = audit;
    }

    public List<Outgoing> made(Link link, Actor maker) {
        List<AuditRecordedV1.Change> changes = List.of(
                new AuditRecordedV1.Change("/from", null, link.period().from().toString()),
                new AuditRecordedV1.Change("/to", null, link.period().to().toString()),
                new AuditRecordedV1.Change("/expires", null, link.expires().toString()));
        AuditRecordedV1 entry =
                audit.entry(maker, "report:read", "dashboard-link", link.store(), changes, "opened in a browser");
        return List.of(Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry));
    }
}
