package io.niaga.fulfillment.warehouse.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.fulfillment.warehouse.WarehouseChanged;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told when warehouses change: an audit entry. */
public final class OutboxWarehouseEvents {
    private final AuditTrail audit;

    public OutboxWarehouseEvents(AuditTrail audit) {
        this.audit = audit;
    }

    public List<Outgoing> of(WarehouseChanged fact) {
        List<AuditRecordedV1.Change> changes = fact.changes().entrySet().stream()
                .map(e -> new AuditRecordedV1.Change(
                        e.getKey(), text(e.getValue().from()), text(e.getValue().to())))
                .toList();
        AuditRecordedV1 entry =
                audit.entry(fact.actor(), "warehouse:write", fact.after().id().value(), fact.store(), changes, null);
        return List.of(Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
