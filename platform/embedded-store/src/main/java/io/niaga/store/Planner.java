package io.niaga.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Chooses how to read a query's documents: by id, by an index, or all of them. */
final class Planner {
    /** Candidates of an index are looked up one by one, those of a scan lie side by side. */
    private static final int LOOKUP_TO_SCAN = 2;

    private static final int SMALL = 20;

    private final MVMap<Object, Document> documents;

    Planner(MVMap<Object, Document> documents) {
        this.documents = documents;
    }

    /**
     * The cheapest plan; null when a scan is cheaper.
     *
     * @param orderBy null when any order will do
     * @param top how many documents are wanted, 0 for all
     */
    @Nullable
    Plan plan(List<BTreeIndex> indexes, Document filter, @Nullable Document orderBy, int top) {
        if (filter.isEmpty() && orderBy == null) {
            return null;
        }
        boolean sort = orderBy != null;
        Plan best = null;
        for (Plan plan : possible(indexes, Conditions.of(filter), orderBy)) {
            if (best == null || plan.cost(sort, top) < best.cost(sort, top)) {
                best = plan;
            }
        }
        double scan = Plan.cost((double) documents.sizeAsLong(), !sort, false, top);
        return best != null && LOOKUP_TO_SCAN * best.cost(sort, top) > scan + SMALL ? null : best;
    }

    /** How many documents meet the filter, if an index alone can tell; else -1. Cheaper than any reading, however many they are. */
    long count(List<BTreeIndex> indexes, Document filter) {
        return possible(indexes, Conditions.of(filter), null).stream()
                .filter(Plan::covered)
                .mapToLong(Plan::count)
                .findFirst()
                .orElse(-1);
    }

    private List<Plan> possible(List<BTreeIndex> indexes, Conditions conditions, @Nullable Document orderBy) {
        List<Plan> plans = new ArrayList<>();
        Plan byId = byId(conditions, orderBy);
        if (byId != null) {
            plans.add(byId);
        }
        for (BTreeIndex index : indexes) {
            Plan plan = new IndexPlanner(index, conditions, orderBy).plan();
            if (plan != null) {
                plans.add(plan);
            }
        }
        return plans;
    }

    private @Nullable Plan byId(Conditions conditions, @Nullable Document orderBy) {
        Condition condition = conditions.on("_id");
        List<@Nullable Object> values = condition == null ? null : condition.values();
        if (values != null) {
            return new IdPlan(inOrder(values), values.size() == 1);
        }
        boolean sorted =
                orderBy != null && orderBy.keySet().iterator().next().equals("_id"); // unique: later keys say nothing
        boolean backwards = sorted && orderBy != null && DocumentSort.descends(orderBy.get("_id"));
        if (!sorted && (condition == null || !condition.ranged())) {
            return null;
        }
        Condition.Bound low = condition == null ? null : condition.low();
        Condition.Bound high = condition == null ? null : condition.high();
        return new IdRangePlan(
                documents,
                low == null ? null : low.value(),
                high == null ? null : high.value(),
                sorted,
                backwards,
                conditions.none());
    }

    private List<Object> inOrder(List<@Nullable Object> values) {
        var ids = new TreeSet<Object>(documents.getKeyType());
        values.forEach(value -> ids.add(Missing.ofNullable(value)));
        return List.copyOf(ids);
    }
}
