package io.niaga.audit;

import com.mongodb.client.model.Filters;
import java.util.List;
import org.bson.Document;

/** Aggregates of every service whose events wait to be told. */
final class OutboxArea implements Area {
    private static final String DUE = "outboxDue";
    private final Databases databases;
    private final WaitingRules rules;

    OutboxArea(Databases databases, WaitingRules rules) {
        this.databases = databases;
        this.rules = rules;
    }

    @Override
    public void all(Outcome outcome) {
        for (String collection : databases.all()) {
            Document first = databases
                    .of(collection)
                    .find()
                    .projection(Databases.only("outboxSeq"))
                    .first();
            if (Fields.has(first, "outboxSeq")) {
                outcome.looked("outboxes", databases.of(collection).estimatedDocumentCount());
                waiting(collection, outcome);
            }
        }
    }

    private void waiting(String collection, Outcome outcome) {
        databases
                .of(collection)
                .find(Filters.or(Filters.exists(DUE), Filters.exists("outbox.0")))
                .projection(Databases.only(DUE, "outbox.seq"))
                .batchSize(Databases.PAGE)
                .forEach(one -> {
                    List<Violation> found = judged(one);
                    if (!found.isEmpty()) {
                        outcome.suspect(collection + " " + Fields.id(one), found);
                    }
                });
    }

    private List<Violation> judged(Document one) {
        Findings found = new Findings();
        rules.outgoing(one, found);
        return found.list();
    }

    @Override
    public List<Violation> again(String key) {
        int space = key.indexOf(' ');
        String id = key.substring(space + 1);
        Document one = databases.byId(key.substring(0, space), List.of(id)).get(id);
        return one == null ? List.of() : judged(one);
    }
}
