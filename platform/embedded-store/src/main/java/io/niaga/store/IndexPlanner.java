package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one index can do for one query: values on its first paths, then a range on the next, then an order on those after.
 *
 * <p>Where a path leads into an array, a document has a key per element, and only one path of an index can: so values can be
 * taken on one such path only, both ends of a range may be met by different elements, and no order or count can be promised.
 */
final class IndexPlanner {
    private static final int MOST_RANGES = 2000;
    private static final int COUNTED_RANGES = 50;
    private static final Pattern INTO_POSITION = Pattern.compile("(.*\\.)?\\d+(\\..*)?");
    private static final byte[] FIRST_KEY = {1};

    private final BTreeIndex index;
    private final IndexKeys keys;
    private final Conditions conditions;
    private final @Nullable Document orderBy;

    /** The values taken so far: their encodings strung together, and on how many paths, of which how many into an array. */
    private List<byte[]> prefixes = List.of(new byte[0]);

    private int fixed;
    private boolean single = true;
    private boolean arrayTaken;

    IndexPlanner(BTreeIndex index, Conditions conditions, @Nullable Document orderBy) {
        this.index = index;
        this.keys = index.indexKeys();
        this.conditions = conditions;
        this.orderBy = orderBy;
    }

    @Nullable
    IndexPlan plan() {
        if (!holdsEveryMatch()) {
            return null;
        }
        takeValues();
        Condition range = rangeAfterValues();
        Order order = order();
        int used = fixed + (range == null ? 0 : 1);
        if (used == 0 && !order.given) {
            return null;
        }
        List<KeyRange> ranges = prefixes.stream()
                .map(prefix -> range == null ? all(prefix) : range(prefix, range))
                .filter(stretch -> !stretch.empty())
                .toList();
        boolean counted = ranges.size() <= COUNTED_RANGES;
        boolean covered = counted && !index.multikey() && saysNothingElse(used);
        return new IndexPlan(index, ranges, estimate(ranges), order.given, order.backwards, covered);
    }

    private boolean holdsEveryMatch() {
        Document partial = keys.partial();
        List<String> paths = keys.paths(keys.size());
        return (partial == null || conditions.imply(partial))
                && (!keys.sparse() || paths.stream().map(conditions::on).anyMatch(c -> c != null && c.needsField()))
                && paths.stream().noneMatch(path -> INTO_POSITION.matcher(path).matches());
    }

    private void takeValues() {
        while (fixed < keys.size()) {
            Condition condition = conditions.on(keys.path(fixed));
            List<@Nullable Object> values = condition == null ? null : condition.values();
            if (values == null || (index.arrayAt(fixed) && arrayTaken)) {
                return;
            }
            Set<byte[]> encoded = new TreeSet<>(Arrays::compareUnsigned);
            for (Object value : values) {
                encoded.add(keys.encode(fixed, value));
            }
            if (prefixes.size() * encoded.size() > MOST_RANGES) {
                return;
            }
            arrayTaken |= index.arrayAt(fixed);
            single &= encoded.size() == 1;
            prefixes = prefixes.stream()
                    .flatMap(prefix -> encoded.stream().map(value -> KeyEncoding.join(prefix, value)))
                    .toList();
            fixed++;
        }
    }

    private @Nullable Condition rangeAfterValues() {
        if (fixed == keys.size() || (index.arrayAt(fixed) && arrayTaken)) {
            return null;
        }
        Condition next = conditions.on(keys.path(fixed));
        return next != null && next.ranged() ? next : null;
    }

    private static KeyRange all(byte[] prefix) {
        return new KeyRange(prefix.length == 0 ? FIRST_KEY : prefix, KeyEncoding.join(prefix, (byte) 0xFF));
    }

    /** A range stays among the values of its bounds' type. */
    private KeyRange range(byte[] prefix, Condition range) {
        Condition.Bound low = range.low();
        Condition.Bound high = low != null && index.arrayAt(fixed) ? null : range.high();
        Condition.Bound any = low != null ? low : high;
        int tag = KeyEncoding.tag(any == null ? null : any.value());
        boolean descending = keys.descending(fixed);
        byte bottom = (byte) (descending ? ~tag : tag);
        Condition.Bound first = descending ? high : low;
        Condition.Bound last = descending ? low : high;
        byte[] from = first == null ? new byte[] {bottom} : end(first, !first.inclusive());
        byte[] to = last == null ? new byte[] {(byte) (bottom + 1)} : end(last, last.inclusive());
        return new KeyRange(KeyEncoding.join(prefix, from), KeyEncoding.join(prefix, to));
    }

    private byte[] end(Condition.Bound bound, boolean behind) {
        byte[] encoded = keys.encode(fixed, bound.value());
        return behind ? KeyEncoding.join(encoded, (byte) 0xFF) : encoded;
    }

    /** Whether the index gives the order asked for, and in which direction it has to be read. */
    private record Order(boolean given, boolean backwards) {
        static final Order NONE = new Order(false, false);
    }

    private Order order() {
        if (orderBy == null || !single) {
            return Order.NONE;
        }
        int at = fixed;
        Boolean backwards = null;
        for (Map.Entry<String, Object> wanted : orderBy.entrySet()) {
            if (isFixed(wanted.getKey())) {
                continue;
            }
            if (at == keys.size() || !keys.path(at).equals(wanted.getKey()) || index.arrayAt(at)) {
                return Order.NONE;
            }
            boolean against = DocumentSort.descends(wanted.getValue()) != keys.descending(at);
            if (backwards != null && backwards != against) {
                return Order.NONE;
            }
            backwards = against;
            at++;
        }
        return new Order(true, backwards != null && backwards);
    }

    private boolean isFixed(String path) {
        Condition condition = conditions.on(path);
        return condition != null
                && condition.equal()
                && !index.multikey()
                && keys.paths(fixed).contains(path);
    }

    private long estimate(List<KeyRange> ranges) {
        long counted = 0;
        for (KeyRange range : ranges.subList(0, Math.min(ranges.size(), COUNTED_RANGES))) {
            counted += range.entries(index.map());
        }
        return ranges.size() <= COUNTED_RANGES ? counted : counted * ranges.size() / COUNTED_RANGES;
    }

    private boolean saysNothingElse(int used) {
        List<String> bounded = keys.paths(used);
        Document partial = keys.partial();
        return conditions.allSimple((path, condition) -> bounded.contains(path)
                || (partial != null
                        && partial.containsKey(path)
                        && condition.equal()
                        && Condition.plain(partial.get(path))));
    }
}
