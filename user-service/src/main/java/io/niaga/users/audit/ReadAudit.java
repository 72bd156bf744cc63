package io.niaga.users.audit;

import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import org.jspecify.annotations.Nullable;

/** Shows the audit: a store's to its administrators, everything to operators. */
@UseCase
public final class ReadAudit {
    private static final String ACTION = "audit:read";
    private final AuditEntries entries;
    private final Permissions permissions;

    public ReadAudit(AuditEntries entries, Permissions permissions) {
        this.entries = entries;
        this.permissions = permissions;
    }

    public Page<AuditEntry> entries(Actor actor, AuditEntries.Query query, int limit, @Nullable String after) {
        StoreId store = query.store();
        if (store == null) {
            permissions.requireAll(actor, ACTION);
        } else {
            permissions.require(actor, ACTION, store);
        }
        return entries.find(query, limit, after);
    }
}
