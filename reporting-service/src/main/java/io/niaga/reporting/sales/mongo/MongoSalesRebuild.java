package io.niaga.reporting.sales.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.niaga.reporting.sales.OrderFact;
import io.niaga.reporting.sales.OrderFacts;
import io.niaga.reporting.sales.Period;
import io.niaga.reporting.sales.SalesRebuild;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Builds anew in collections of its own, {@code rebuilt_…}, and compares document by document. */
public final class MongoSalesRebuild implements SalesRebuild {
    private static final int EXAMPLES = 100;
    private static final int BATCH = 1000;

    private final MongoTemplate mongo;
    private final MongoSales live;
    private @Nullable MongoSales building;

    public MongoSalesRebuild(MongoTemplate mongo, MongoSales live) {
        this.mongo = mongo;
        this.live = live;
    }

    @Override
    public OrderFacts begin() {
        MongoSales fresh = new MongoSales(mongo, "rebuilt_");
        // What a crash left is not mixed in.
        fresh.facts().deleteMany(Filters.empty());
        fresh.days().deleteMany(Filters.empty());
        building = fresh;
        return fresh;
    }

    @Override
    public void end() {
        MongoSales built = building;
        building = null;
        if (built != null) {
            built.facts().drop();
            built.days().drop();
        }
    }

    private MongoSales built() {
        return Objects.requireNonNull(building);
    }

    @Override
    public Difference compare() {
        MongoSales rebuilt = built();
        List<String> differing = new ArrayList<>();
        Set<String> orders = new TreeSet<>();
        ids(rebuilt, orders);
        ids(live, orders);
        orders.stream().filter(id -> !fact(live, id).equals(fact(rebuilt, id))).forEach(differing::add);
        Set<String> days = new TreeSet<>();
        days(rebuilt, days);
        days(live, days);
        days.stream().filter(day -> !rows(live, day).equals(rows(rebuilt, day))).forEach(differing::add);
        List<String> examples = differing.subList(0, Math.min(EXAMPLES, differing.size()));
        return new Difference(orders.size(), days.size(), differing.size(), examples);
    }

    private static void ids(MongoSales sales, Set<String> ids) {
        sales.facts()
                .find()
                .projection(Projections.include("_id"))
                .batchSize(BATCH)
                .forEach(fact -> ids.add(fact.getString("_id")));
    }

    private static void days(MongoSales sales, Set<String> days) {
        sales.days()
                .find()
                .projection(Projections.include("_id"))
                .batchSize(BATCH)
                .forEach(day -> days.add(day.getString("_id")));
    }

    private static OrderFact fact(MongoSales sales, String id) {
        @Nullable Document kept = sales.facts().find(Filters.eq("_id", id)).first();
        return kept == null ? OrderFact.unknown(id) : FactMapping.toFact(kept);
    }

    private static List<SalesRow> rows(MongoSales sales, String day) {
        int slash = day.lastIndexOf('/');
        LocalDate date = LocalDate.parse(day.substring(slash + 1));
        return sales.between(StoreId.of(day.substring(0, slash)), new Period(date, date));
    }

    @Override
    public void adopt() {
        MongoSales rebuilt = built();
        Set<String> orders = new TreeSet<>();
        ids(rebuilt, orders);
        ids(live, orders);
        for (String id : orders) {
            OrderFact right = fact(rebuilt, id);
            if (!fact(live, id).equals(right)) {
                live.apply(Map.of(id, wrong -> right));
            }
        }
        Set<String> days = new TreeSet<>();
        days(rebuilt, days);
        days(live, days);
        days.forEach(live::markAgain);
    }
}
