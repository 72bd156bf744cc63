package io.niaga.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A filter taken apart by path. What no index can use keeps every plan from claiming that it covers the filter. */
final class Conditions {
    private static final String ELSEWHERE = "$";

    private final Map<String, Condition> byPath = new LinkedHashMap<>();

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.collect(filter);
        return conditions;
    }

    private void collect(Document filter) {
        for (Map.Entry<String, Object> part : filter.entrySet()) {
            String key = part.getKey();
            if (key.equals("$and") && part.getValue() instanceof Collection<?> all) {
                all.forEach(one -> collect((Document) one));
            } else if (key.startsWith("$")) {
                byPath.computeIfAbsent(ELSEWHERE, path -> new Condition()).addOther();
            } else {
                byPath.computeIfAbsent(key, path -> new Condition()).add(part.getValue());
            }
        }
    }

    @Nullable
    Condition on(String path) {
        return byPath.get(path);
    }

    boolean none() {
        return byPath.isEmpty();
    }

    /** Whether every condition is simple and accepted, path by path. */
    boolean allSimple(BiPredicate<String, Condition> accepted) {
        return byPath.entrySet().stream()
                .allMatch(e -> e.getValue().simple() && accepted.test(e.getKey(), e.getValue()));
    }

    /** Whether a document that meets this filter surely meets the filter of a partial index. */
    boolean imply(Document partial) {
        return partial.entrySet().stream().allMatch(part -> implies(on(part.getKey()), part.getValue()));
    }

    private static boolean implies(@Nullable Condition condition, @Nullable Object wanted) {
        if (condition == null) {
            return false;
        }
        if (Condition.plain(wanted)) {
            return condition.equal() && same(wanted, condition.value());
        }
        if (!(wanted instanceof Document operators) || operators.size() != 1) {
            return false;
        }
        if (operators.containsKey("$eq")) {
            return Condition.plain(operators.get("$eq")) && implies(condition, operators.get("$eq"));
        }
        if (Utils.isTrue(operators.get("$exists"))) {
            return condition.needsField();
        }
        List<@Nullable Object> have = condition.values();
        return operators.get("$in") instanceof Collection<?> allowed
                && have != null
                && new HashSet<Object>(allowed).containsAll(have);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return Arrays.equals(KeyEncoding.encode(a, false), KeyEncoding.encode(b, false));
    }
}
