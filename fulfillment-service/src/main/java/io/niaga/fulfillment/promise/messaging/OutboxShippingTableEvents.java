package io.niaga.fulfillment.promise.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.fulfillment.promise.ShippingTableChanged;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.StoreId;
import java.util.List;

/** What is told when a shipping table changes: an audit entry that names the parts. */
public final class OutboxShippingTableEvents {
    private final AuditTrail audit;

    public OutboxShippingTableEvents(AuditTrail audit) {
        this.audit = audit;
    }

    public List<Outgoing> of(ShippingTableChanged change) {
        StoreId store = change.after().store();
        List<AuditRecordedV1.Change> changes = change.pointers().stream()
                .map(pointer -> new AuditRecordedV1.Change(pointer, null, null))
                .toList();
        AuditRecordedV1 entry =
                audit.entry(change.actor(), "shipping-table:write", store + "/shipping-table", store, changes, null);
        return List.of(Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry));
    }
}
