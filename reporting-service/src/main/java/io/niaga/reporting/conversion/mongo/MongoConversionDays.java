package io.niaga.reporting.conversion.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.niaga.reporting.conversion.ConversionDays;
import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.sales.Period;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Folds marked days in MongoDB. A closed day keeps what its sessions came to, because they are forgotten, and counts its
 * orders only.
 */
public final class MongoConversionDays implements ConversionDays {
    private static final int BATCH = 1000;
    private final MongoConversion facts;

    public MongoConversionDays(MongoConversion facts) {
        this.facts = facts;
    }

    @Override
    public SortedMap<LocalDate, ConversionRow> between(StoreId store, Period period) {
        Bson inPeriod = Filters.and(
                Filters.eq("storeId", store.value()),
                Filters.gte("day", period.from().toString()),
                Filters.lte("day", period.to().toString()));
        SortedMap<LocalDate, ConversionRow> rows = new TreeMap<>();
        for (Document day : facts.days().find(inPeriod).into(new ArrayList<>())) {
            ConversionRow row = current(day);
            if (!row.equals(ConversionRow.NONE)) {
                rows.put(LocalDate.parse(day.getString("day")), row);
            }
        }
        return rows;
    }

    private ConversionRow current(Document day) {
        Document row = day.get("row", Document.class);
        boolean folded = row != null && day.getLong("marks").equals(day.getLong("folded"));
        return folded ? VisitMapping.toRow(row) : fold(day, row);
    }

    private ConversionRow fold(Document day, @Nullable Document before) {
        boolean closed = day.getBoolean("closed", false);
        ConversionRow visits =
                !closed ? counted(day) : before == null ? ConversionRow.NONE : VisitMapping.toRow(before);
        ConversionRow row = visits.withOrders(facts.placements().countDocuments(ofDay(day)));
        Bson unlessMarkedAgain = Filters.and(
                Filters.eq("_id", day.getString("_id")),
                Filters.eq("marks", day.getLong("marks")),
                Filters.eq("closed", closed));
        facts.days()
                .updateOne(
                        unlessMarkedAgain,
                        Updates.combine(
                                Updates.set("row", VisitMapping.of(row)), Updates.set("folded", day.getLong("marks"))));
        return row;
    }

    private static Bson ofDay(Document day) {
        return Filters.and(Filters.eq("storeId", day.getString("storeId")), Filters.eq("day", day.getString("day")));
    }

    private ConversionRow counted(Document day) {
        ConversionRow sum = ConversionRow.NONE;
        Map<String, String> sessionOf = new HashMap<>();
        for (Document visit : facts.visits()
                .find(ofDay(day))
                .projection(Projections.exclude("seen"))
                .batchSize(BATCH)) {
            long adds = visit.getLong("adds");
            sum = sum.plus(new ConversionRow(1, visit.getLong("views"), adds, adds > 0 ? 1 : 0, 0, 0));
            String session = visit.getString("_id");
            visit.getList("orders", String.class)
                    .forEach(order -> sessionOf.merge(order, session, (a, b) -> a.compareTo(b) < 0 ? a : b));
        }
        return sum.plus(new ConversionRow(0, 0, 0, 0, 0, orderSessions(day.getString("storeId"), sessionOf)));
    }

    /** Sessions of which an order is known to have been placed in the store; an order speaks for one session. */
    private long orderSessions(String store, Map<String, String> sessionOf) {
        List<String> orders = new ArrayList<>(sessionOf.keySet());
        Set<String> sessions = new HashSet<>();
        for (int from = 0; from < orders.size(); from += BATCH) {
            Collection<String> some = orders.subList(from, Math.min(orders.size(), from + BATCH));
            facts.placements().find(Filters.in("_id", some)).forEach(placed -> {
                String session = sessionOf.get(placed.getString("_id"));
                if (placed.getString("storeId").equals(store) && session != null) {
                    sessions.add(session);
                }
            });
        }
        return sessions.size();
    }

    @Override
    public int closeBefore(LocalDate limit) {
        int closed = 0;
        Bson due = Filters.and(Filters.eq("forgotten", false), Filters.lt("day", limit.toString()));
        for (Document day : facts.days().find(due).into(new ArrayList<>())) {
            if (day.getBoolean("closed", false) || close(day)) {
                facts.visits().deleteMany(ofDay(day));
                facts.days().updateOne(Filters.eq("_id", day.getString("_id")), Updates.set("forgotten", true));
                closed++;
            }
        }
        return closed;
    }

    /** False when it was marked meanwhile; then it is closed the next time. */
    private boolean close(Document day) {
        fold(day, null);
        Bson asFolded = Filters.and(Filters.eq("_id", day.getString("_id")), Filters.eq("marks", day.getLong("marks")));
        return facts.days().updateOne(asFolded, Updates.set("closed", true)).getModifiedCount() == 1;
    }
}
