package io.niaga.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filter says of one path, as far as an index can use it; {@link #more} when it says more than that. */
final class Condition {
    private static final int LONGEST_LIST = 1000;

    private boolean equal;
    private @Nullable Object value;
    private @Nullable List<@Nullable Object> anyOf;
    private @Nullable Bound low;
    private @Nullable Bound high;
    private boolean more;

    /** One end of a range. */
    record Bound(Object value, boolean inclusive) {}

    /** Whether a value stands for itself: no operators, no regular expression, no array. */
    static boolean plain(@Nullable Object value) {
        return !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression)
                && !(value instanceof Document d && d.keySet().stream().anyMatch(key -> key.startsWith("$")));
    }

    void add(@Nullable Object expression) {
        if (plain(expression)) {
            more |= equal;
            equal = true;
            value = expression;
        } else if (expression instanceof Document operators) {
            for (Map.Entry<String, Object> operator : operators.entrySet()) {
                more |= !takes(operator.getKey(), operator.getValue());
            }
        } else {
            more = true;
        }
    }

    /** The filter says something an index cannot use. */
    void addOther() {
        more = true;
    }

    private boolean takes(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> takesEqual(operand);
            case "$in" -> takesList(operand);
            case "$gt", "$gte" -> takesLow(operand, operator.equals("$gte"));
            case "$lt", "$lte" -> takesHigh(operand, operator.equals("$lte"));
            default -> false;
        };
    }

    private boolean takesEqual(@Nullable Object operand) {
        if (equal || !plain(operand)) {
            return false;
        }
        equal = true;
        value = operand;
        return true;
    }

    private boolean takesList(@Nullable Object operand) {
        if (anyOf != null
                || !(operand instanceof Collection<?> list)
                || list.size() > LONGEST_LIST
                || !list.stream().allMatch(Condition::plain)) {
            return false;
        }
        anyOf = new ArrayList<>(list);
        return true;
    }

    private boolean takesLow(@Nullable Object operand, boolean inclusive) {
        if (low != null || operand == null || !plain(operand)) {
            return false;
        }
        low = new Bound(operand, inclusive);
        return true;
    }

    private boolean takesHigh(@Nullable Object operand, boolean inclusive) {
        if (high != null || operand == null || !plain(operand)) {
            return false;
        }
        high = new Bound(operand, inclusive);
        return true;
    }

    /** Exactly one value is allowed. */
    boolean equal() {
        return equal;
    }

    /** The value of an equality. */
    @Nullable
    Object value() {
        return value;
    }

    /** The only values that are allowed, one of an equality or several of a list; null when there is neither. */
    @Nullable
    List<@Nullable Object> values() {
        return equal ? Collections.singletonList(value) : anyOf;
    }

    @Nullable
    Bound low() {
        return low;
    }

    @Nullable
    Bound high() {
        return high;
    }

    boolean ranged() {
        return low != null || high != null;
    }

    /** Whether only documents that have the field can meet it. */
    boolean needsField() {
        return (equal && value != null) || (anyOf != null && !anyOf.contains(null)) || ranged();
    }

    /** Whether values or a range alone say it all. */
    boolean simple() {
        int parts = (equal ? 1 : 0) + (anyOf != null ? 1 : 0) + (ranged() ? 1 : 0);
        return !more && parts <= 1;
    }
}
