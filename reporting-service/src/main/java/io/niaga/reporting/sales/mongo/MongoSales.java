package io.niaga.reporting.sales.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
    public void apply(String orderId, UnaryOperator<OrderFact> change) {
        for (int i = 0; i < TRIES; i++) {
            Document known = facts().find(Filters.eq("_id", orderId)).first();
            OrderFact before = known == null ? OrderFact.unknown(orderId) : FactMapping.toFact(known);
            OrderFact after = change.apply(before);
            if (after.equals(before) || write(known, after)) {
                mark(before, after);
                return;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private boolean write(@Nullable Document known, OrderFact fact) {
        Document fields = FactMapping.fields(fact);
        if (known == null) {
            Document fresh = new Document("_id", fact.orderId()).append("version", 1L);
            fresh.putAll(fields);
            try {
                mongo.insert(fresh, factsName);
                return true;
            } catch (DuplicateKeyException faster) {
                return false;
            }
        }
        Bson asRead = Filters.and(Filters.eq("_id", fact.orderId()), Filters.eq("version", known.getLong("version")));
        List<Bson> changes = new ArrayList<>(List.of(new Document("$set", fields), Updates.inc("version", 1L)));
        // A repair takes away what should not be there.
        FactMapping.OPTIONAL.stream()
                .filter(name -> !fields.containsKey(name))
                .map(Updates::unset)
                .forEach(changes::add);
        return facts().updateOne(asRead, Updates.combine(changes)).getModifiedCount() == 1;
    }

    private void mark(OrderFact before, OrderFact after) {
        var sale = after.sale();
        if (sale != null) {
            Set<LocalDate> changed = new HashSet<>(before.days());
            changed.addAll(after.days());
            changed.forEach(day -> days().updateOne(
                            Filters.eq("_id", sale.store() + "/" + day),
                            Updates.combine(
                                    Updates.inc("marks", 1L),
                                    Updates.setOnInsert("storeId", sale.store().value()),
                                    Updates.setOnInsert("day", day.toString())),
                            new UpdateOptions().upsert(true)));
        }
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
