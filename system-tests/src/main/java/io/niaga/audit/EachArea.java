package io.niaga.audit;

import java.util.List;
import org.bson.Document;

/** Documents of one collection that are judged by themselves. */
final class EachArea implements Area {
    private final Databases databases;
    private final String collection;
    private final List<Rule<Document>> rules;

    EachArea(Databases databases, String collection, List<Rule<Document>> rules) {
        this.databases = databases;
        this.collection = collection;
        this.rules = List.copyOf(rules);
    }

    @Override
    public void all(Outcome outcome) {
        String what = collection.substring(collection.indexOf('.') + 1);
        databases.pages(collection, page -> {
            outcome.looked(what, page.size());
            page.forEach(one -> {
                List<Violation> found = judged(one);
                if (!found.isEmpty()) {
                    outcome.suspect(Fields.id(one), found);
                }
            });
        });
    }

    private List<Violation> judged(Document one) {
        Findings found = new Findings();
        rules.forEach(rule -> rule.judge(one, found));
        return found.list();
    }

    @Override
    public List<Violation> again(String key) {
        Document one = databases.byId(collection, List.of(key)).get(key);
        return one == null ? List.of() : judged(one);
    }
}
