package io.niaga.users.audit;

import io.niaga.types.Page;
import io.niaga.types.StoreId;
import org.jspecify.annotations.Nullable;

/** Where audit entries are kept: added once by their ids, never changed. */
public interface AuditEntries {
    void add(AuditEntry entry);

    /** Entries, newest first. */
    Page<AuditEntry> find(Query query, int limit, @Nullable String after);

    /** What is asked for; null asks nothing. */
    record Query(
            @Nullable StoreId store,
            @Nullable String resource,
            @Nullable String actor) {}
}
