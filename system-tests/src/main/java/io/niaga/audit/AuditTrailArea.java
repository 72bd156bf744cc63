package io.niaga.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Audit entries that were told and must be kept. */
final class AuditTrailArea implements Area {
    private static final String ENTRIES = "users.audit_entries";
    private final Databases databases;
    private final TopicLog topics;

    AuditTrailArea(Databases databases, TopicLog topics) {
        this.databases = databases;
        this.topics = topics;
    }

    @Override
    public void all(Outcome outcome) {
        List<String> ids = new ArrayList<>(topics.auditEntries().keySet());
        outcome.looked("audit entries", ids.size());
        for (int from = 0; from < ids.size(); from += Databases.PAGE) {
            List<String> page = ids.subList(from, Math.min(ids.size(), from + Databases.PAGE));
            Set<String> kept =
                    databases.byId(ENTRIES, page, Databases.only("_id")).keySet();
            page.stream().filter(id -> !kept.contains(id)).forEach(id -> outcome.suspect(id, List.of(lost(id))));
        }
    }

    private Violation lost(String id) {
        String place = topics.auditEntries().getOrDefault(id, "");
        return new Violation(Check.AUDIT_TRAIL, List.of(id, place), "it was told and is not kept");
    }

    @Override
    public List<Violation> again(String key) {
        return databases.byId(ENTRIES, List.of(key)).isEmpty() ? List.of(lost(key)) : List.of();
    }
}
