package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Rows of stock with their movements and reservations. */
final class StockArea implements Area {
    private static final String STOCK = "fulfillment.stock";
    private static final int LOOKS = 5;
    private static final List<Rule<StockCase>> RULES =
            List.of(StockRules::buckets, StockRules::movements, StockRules::reserved, StockRules::availability);
    private final Databases databases;
    private final TopicLog topics;
    private final HandOvers handOvers;

    /** @param handOvers takes what movements say of hand-overs: they are read here, once */
    StockArea(Databases databases, TopicLog topics, HandOvers handOvers) {
        this.databases = databases;
        this.topics = topics;
        this.handOvers = handOvers;
    }

    @Override
    public void all(Outcome outcome) {
        Reserved reserved = new Reserved(outcome);
        databases
                .of("fulfillment.reservations")
                .find(open())
                .projection(Databases.only("state", "lines"))
                .batchSize(Databases.PAGE)
                .forEach(reserved::take);
        Set<String> named = new HashSet<>(reserved.rows());
        Set<String> there = new HashSet<>();
        String[] from = {""};
        databases.pages(STOCK, page -> {
            outcome.looked("stock rows", page.size());
            page.forEach(row -> there.add(Fields.id(row)));
            Bson within = between(from[0], end(Fields.id(page.getLast())));
            from[0] = end(Fields.id(page.getLast()));
            Map<String, Movements> moved = movements(within, outcome, handOvers::take);
            named.addAll(moved.keySet());
            cases(page, moved, reserved).forEach(one -> suspect(one, outcome));
        });
        named.addAll(
                movements(Filters.gte("_id", from[0]), outcome, handOvers::take).keySet());
        named.removeAll(there);
        named.forEach(id -> suspect(stray(id, reserved), outcome));
    }

    private void suspect(StockCase one, Outcome outcome) {
        List<Violation> found = judged(one);
        if (!found.isEmpty()) {
            outcome.suspect(one.id(), found);
        }
    }

    private static List<Violation> judged(StockCase one) {
        Findings found = new Findings();
        RULES.forEach(rule -> rule.judge(one, found));
        return found.list();
    }

    private static Bson open() {
        Set<String> states = new HashSet<>(StockCase.HOLDING);
        states.addAll(StockCase.IN_MOTION);
        return Filters.in("state", states);
    }

    private List<StockCase> cases(Collection<Document> rows, Map<String, Movements> moved, Reserved reserved) {
        TreeMap<String, Document> byId = new TreeMap<>();
        rows.forEach(row -> byId.put(Fields.id(row), row));
        Set<String> skus = new HashSet<>();
        byId.keySet().forEach(id -> skus.add(id.substring(0, id.lastIndexOf('/'))));
        Map<String, Document> orders = databases.byId("orders.availability", skus);
        Map<String, Document> catalog = databases.byId("catalog.availability", skus);
        List<StockCase> cases = new ArrayList<>();
        byId.forEach((id, row) -> {
            String sku = id.substring(0, id.lastIndexOf('/'));
            cases.add(new StockCase(
                    id,
                    row,
                    moved.getOrDefault(id, new Movements()).fold(id),
                    reserved.holding(id),
                    reserved.inMotion(id),
                    topics.availability(id),
                    orders.get(sku),
                    catalog.get(sku)));
        });
        return cases;
    }

    /** Where a row's movements end, which lie together along their ids {@code row/number}. */
    private static String end(String row) {
        return row + "0"; // '/' + 1 is '0'
    }

    private static Bson between(String from, String to) {
        return Filters.and(Filters.gte("_id", from), Filters.lt("_id", to));
    }

    /** Movements by the rows that they name. */
    private Map<String, Movements> movements(Bson within, Outcome outcome, Consumer<Document> each) {
        Map<String, Movements> moved = new HashMap<>();
        long[] count = {0};
        databases
                .of("fulfillment.movements")
                .find(within)
                .sort(Sorts.ascending("_id"))
                .batchSize(Databases.PAGE)
                .forEach(movement -> {
                    count[0]++;
                    moved.computeIfAbsent(Fields.text(movement, "row"), _ -> new Movements())
                            .take(movement);
                    each.accept(movement);
                });
        outcome.looked("movements", count[0]);
        return moved;
    }

    /** A busy row is looked at until nobody wrote it in between; one that is never at rest is not judged. */
    @Override
    public List<Violation> again(String key) {
        for (int look = 0; look < LOOKS; look++) {
            Document before = databases.byId(STOCK, List.of(key)).get(key);
            Reserved reserved = new Reserved(NOBODY);
            databases
                    .of("fulfillment.reservations")
                    .find(Filters.and(open(), Filters.eq("lines.stock", key)))
                    .forEach(reserved::take);
            Map<String, Movements> moved = movements(between(key + "/", end(key)), NOBODY, _ -> {});
            if (before == null) {
                boolean named = !reserved.rows().isEmpty() || moved.containsKey(key);
                return named ? judged(stray(key, reserved)) : List.of();
            }
            StockCase one = cases(List.of(before), moved, reserved).getFirst();
            Document after = databases.byId(STOCK, List.of(key)).get(key);
            if (Fields.text(before, "version").equals(Fields.text(after, "version"))) {
                return judged(one);
            }
        }
        return List.of();
    }

    private static StockCase stray(String id, Reserved reserved) {
        return new StockCase(
                id,
                null,
                new StockCase.Moved(0, 0, 0, false, ""),
                reserved.holding(id),
                reserved.inMotion(id),
                "",
                null,
                null);
    }

    private static final Outcome NOBODY = new Outcome() {
        @Override
        public void looked(String what, long count) {}

        @Override
        public void suspect(String key, List<Violation> violations) {}
    };
}
