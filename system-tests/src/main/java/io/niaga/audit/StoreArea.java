package io.niaga.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Copies of stores: each is what user-service keeps, and it has one of each. */
final class StoreArea implements Area {
    private static final String STORES = "users.stores";

    /** By a copy's collection, what each of its fields is called where the store is kept. */
    private static final Map<String, Map<String, String>> COPIES = Map.of(
            "catalog.stores",
            Map.of(
                    "name", "name",
                    "currency", "currency",
                    "languages", "languages",
                    "timeZone", "timeZone",
                    "taxIncluded", "taxIncluded",
                    "taxRate", "taxRateBasisPoints"),
            "reporting.stores",
            Map.of("name", "name", "zone", "timeZone"),
            "payments.store_currencies",
            Map.of("currency", "currency"));

    private final Databases databases;

    StoreArea(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void all(Outcome outcome) {
        databases.pages(STORES, page -> {
            outcome.looked("stores", page.size());
            judge(page.stream().map(Fields::id).toList(), outcome);
        });
        COPIES.keySet()
                .forEach(copies -> databases.pages(
                        copies,
                        Databases.only("_id"),
                        page -> judge(page.stream().map(Fields::id).toList(), outcome)));
    }

    private void judge(List<String> ids, Outcome outcome) {
        Map<String, Document> stores = databases.byId(STORES, ids);
        COPIES.forEach((copies, fields) -> {
            Map<String, Document> copied = databases.byId(copies, ids);
            for (String id : ids) {
                Findings found = new Findings();
                fields.forEach((field, kept) -> found.same(
                        Fields.text(stores.get(id), kept),
                        Fields.text(copied.get(id), field),
                        Check.STORES,
                        field + " in " + copies,
                        id));
                if (!found.list().isEmpty()) {
                    outcome.suspect(id, found.list());
                }
            }
        });
    }

    @Override
    public List<Violation> again(String key) {
        List<Violation> found = new ArrayList<>();
        judge(List.of(key), new Outcome() {
            @Override
            public void looked(String what, long count) {}

            @Override
            public void suspect(String same, List<Violation> violations) {
                found.addAll(violations);
            }
        });
        return found;
    }
}
