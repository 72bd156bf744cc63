package io.niaga.reporting.sales.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.reporting.sales.OrderFact;
import io.niaga.reporting.sales.OrderFacts;
import io.niaga.reporting.sales.Period;
import io.niaga.reporting.sales.SalesDays;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.CommonProblem;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Facts and folded days in MongoDB. A fact that changes marks its days ({@code marks} +1); a reader folds a marked day and
 * notes the mark it folded, unless the day was marked again meanwhile.
 */
public final class MongoSales implements OrderFacts, SalesDays {
    private static final int TRIES = 8;
    private final MongoTemplate mongo;
    private final String factsName;
    private final String daysName;

    public MongoSales(MongoTemplate mongo) {
        this(mongo, "");
    }

    /** In collections of their own, beside those that are read. */
    MongoSales(MongoTemplate mongo, String prefix) {
        this.mongo = mongo;
        this.factsName = prefix + "order_facts";
        this.daysName = prefix + "sales_days";
        facts().createIndex(Indexes.ascending("storeId", "days"));
        days().createIndex(Indexes.ascending("storeId", "day"));
    }

    MongoCollection<Document> facts() {
        return mongo.getCollection(factsName);
    }

    MongoCollection<Document> days() {
        return mongo.getCollection(daysName);
    }

    @Override
    public void apply(Map<String, UnaryOperator<OrderFact>> changes) {
        Set<Day> changed = new LinkedHashSet<>();
        Map<String, UnaryOperator<OrderFact>> left = changes;
        for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
            left = attempted(left, changed);
        }
        changed.forEach(this::mark);
        if (!left.isEmpty()) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
    }

    private record Day(StoreId store, LocalDate date) {}

    /** @param kept the document as it was read; null when there was none */
    private record Change(@Nullable Document kept, OrderFact before, OrderFact after) {
        boolean isNone() {
            return after.equals(before);
        }

        boolean isFirst() {
            return kept == null && !isNone();
        }
    }

    /** Adds the days of what was written, or was there already; returns what somebody else was faster with. */
    private Map<String, UnaryOperator<OrderFact>> attempted(
            Map<String, UnaryOperator<OrderFact>> wanted, Set<Day> changed) {
        List<Change> changes = changes(wanted);
        Set<String> lost = refused(changes.stream()
                .filter(Change::isFirst)
                .map(change -> fresh(change.after()))
                .toList());
        for (Change change : changes) {
            Document kept = change.kept();
            if (kept != null && !change.isNone() && !write(kept, change.after())) {
                lost.add(change.after().orderId());
            }
        }
        changes.stream()
                .filter(change -> !lost.contains(change.after().orderId()))
                .forEach(change -> changed.addAll(days(change)));
        Map<String, UnaryOperator<OrderFact>> again = new LinkedHashMap<>(wanted);
        again.keySet().retainAll(lost);
        return again;
    }

    private List<Change> changes(Map<String, UnaryOperator<OrderFact>> wanted) {
        Map<String, Document> known = new HashMap<>();
        facts().find(Filters.in("_id", wanted.keySet())).forEach(fact -> known.put(fact.getString("_id"), fact));
        List<Change> changes = new ArrayList<>();
        wanted.forEach((order, change) -> {
            Document kept = known.get(order);
            OrderFact before = kept == null ? OrderFact.unknown(order) : FactMapping.toFact(kept);
            changes.add(new Change(kept, before, change.apply(before)));
        });
        return changes;
    }

    private static Document fresh(OrderFact fact) {
        Document fresh = new Document("_id", fact.orderId()).append("version", 1L);
        fresh.putAll(FactMapping.fields(fact));
        return fresh;
    }

    /** Inserts them; the ids of those that are there already are returned. */
    private Set<String> refused(List<Document> fresh) {
        try {
            if (!fresh.isEmpty()) {
                facts().insertMany(fresh, new InsertManyOptions().ordered(false));
            }
            return new HashSet<>();
        } catch (MongoBulkWriteException some) {
            if (some.getWriteConcernError() != null
                    || some.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
            return some.getWriteErrors().stream()
                    .map(error -> fresh.get(error.getIndex()).getString("_id"))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    private boolean write(Document known, OrderFact fact) {
        Document fields = FactMapping.fields(fact);
        Bson asRead = Filters.and(Filters.eq("_id", fact.orderId()), Filters.eq("version", known.getLong("version")));
        List<Bson> changes = new ArrayList<>(List.of(new Document("$set", fields), Updates.inc("version", 1L)));
        // A repair takes away what should not be there.
        FactMapping.OPTIONAL.stream()
                .filter(name -> !fields.containsKey(name))
                .map(Updates::unset)
                .forEach(changes::add);
        return facts().updateOne(asRead, Updates.combine(changes)).getModifiedCount() == 1;
    }

    private static Set<Day> days(Change change) {
        var sale = change.after().sale();
        return sale == null
                ? Set.of()
                : Stream.concat(change.before().days().stream(), change.after().days().stream())
                        .map(date -> new Day(sale.store(), date))
                        .collect(Collectors.toSet());
    }

    private void mark(Day day) {
        days().updateOne(
                        Filters.eq("_id", day.store() + "/" + day.date()),
                        Updates.combine(
                                Updates.inc("marks", 1L),
                                Updates.setOnInsert("storeId", day.store().value()),
                                Updates.setOnInsert("day", day.date().toString())),
                        new UpdateOptions().upsert(true));
    }

    /** Lets a day be folded once more, whatever was folded before. */
    void markAgain(String dayId) {
        days().updateOne(Filters.eq("_id", dayId), Updates.inc("marks", 1L));
    }

    @Override
    public List<SalesRow> between(StoreId store, Period period) {
        List<SalesRow> rows = new ArrayList<>();
        Bson inPeriod = Filters.and(
                Filters.eq("storeId", store.value()),
                Filters.gte("day", period.from().toString()),
                Filters.lte("day", period.to().toString()));
        for (Document day : days().find(inPeriod).sort(Sorts.ascending("day")).into(new ArrayList<>())) {
            boolean current = day.getLong("marks").equals(day.getLong("folded"));
            rows.addAll(current ? stored(day) : fold(store, day));
        }
        return rows;
    }

    private static List<SalesRow> stored(Document day) {
        LocalDate date = LocalDate.parse(day.getString("day"));
        return day.getList("rows", Document.class).stream()
                .map(row -> RowMapping.toRow(date, row))
                .toList();
    }

    private List<SalesRow> fold(StoreId store, Document day) {
        LocalDate date = LocalDate.parse(day.getString("day"));
        Map<String, SalesRow> sums = new TreeMap<>();
        Bson ofDay = Filters.and(Filters.eq("storeId", store.value()), Filters.eq("days", date.toString()));
        facts().find(ofDay)
                .batchSize(1000)
                .forEach(fact -> FactMapping.toFact(fact).rows().stream()
                        .filter(row -> row.day().equals(date))
                        .forEach(row -> sums.merge(row.currency().getCurrencyCode(), row, SalesRow::plus)));
        List<SalesRow> rows = List.copyOf(sums.values());
        Bson unlessMarkedAgain =
                Filters.and(Filters.eq("_id", day.getString("_id")), Filters.eq("marks", day.getLong("marks")));
        days().updateOne(
                        unlessMarkedAgain,
                        Updates.combine(
                                Updates.set(
                                        "rows",
                                        rows.stream().map(RowMapping::of).toList()),
                                Updates.set("folded", day.getLong("marks"))));
        return rows;
    }
}
