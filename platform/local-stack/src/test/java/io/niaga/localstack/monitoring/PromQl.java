package io.niaga.localstack.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the part of PromQL that the rules and dashboards here use, and refuses everything else: what it accepts is well-formed
 * and can be asked which metrics and labels it names. It also refuses {@code or} below an aggregation: of series that differ in
 * their names only, which a function drops, the left ones would hide the right ones.
 */
final class PromQl {
    private static final Set<String> FUNCTIONS = Set.of(
            "rate",
            "increase",
            "histogram_quantile",
            "sum_over_time",
            "max_over_time",
            "last_over_time",
            "clamp_min",
            "abs",
            "time");
    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count");
    private static final List<Set<String>> OPERATORS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", ">", "<", ">=", "<="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private final List<String> tokens;
    private final Map<String, Set<String>> metrics = new TreeMap<>();
    private final Set<String> grouped = new TreeSet<>();
    private int at;
    private int aggregations;

    private PromQl(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it is none
     */
    static PromQl of(String expression) {
        PromQl query = new PromQl(PromQlTokens.of(expression));
        query.operation(0);
        if (query.at < query.tokens.size()) {
            throw query.unexpected();
        }
        return query;
    }

    /** The metrics it selects, each with the labels it selects them by. */
    Map<String, Set<String>> metrics() {
        return metrics;
    }

    /** Labels that it groups by. */
    Set<String> grouped() {
        return grouped;
    }

    private void operation(int level) {
        if (level == OPERATORS.size()) {
            term();
            return;
        }
        operation(level + 1);
        while (OPERATORS.get(level).contains(peek())) {
            if (next().equals("or") && aggregations > 0) {
                at--;
                throw unexpected();
            }
            operation(level + 1);
        }
    }

    private void term() {
        String token = next();
        if (token.equals("(")) {
            operation(0);
            expect(")");
        } else if (token.matches("[0-9.]+")) {
            return;
        } else if (AGGREGATIONS.contains(token)) {
            aggregation();
        } else if (FUNCTIONS.contains(token)) {
            arguments();
        } else if (token.matches("[a-z][a-zA-Z0-9_:]*")) {
            selector(token);
        } else {
            at--;
            throw unexpected();
        }
    }

    private void aggregation() {
        if (peek().equals("by") || peek().equals("without")) {
            next();
            expect("(");
            do {
                grouped.add(next());
            } while (isNext(","));
            expect(")");
        }
        aggregations++;
        arguments();
        aggregations--;
    }

    private void arguments() {
        expect("(");
        if (!peek().equals(")")) {
            do {
                operation(0);
            } while (isNext(","));
        }
        expect(")");
    }

    private void selector(String metric) {
        Set<String> labels = metrics.computeIfAbsent(metric, _ -> new TreeSet<>());
        if (isNext("{")) {
            do {
                labels.add(next());
                if (!Set.of("=", "!=", "=~", "!~").contains(next()) || !next().startsWith("\"")) {
                    at--;
                    throw unexpected();
                }
            } while (isNext(","));
            expect("}");
        }
        if (isNext("[")) {
            if (!next().matches("[0-9]+[smhd]")) {
                at--;
                throw unexpected();
            }
            expect("]");
        }
    }

    private boolean isNext(String token) {
        boolean is = peek().equals(token);
        at += is ? 1 : 0;
        return is;
    }

    private void expect(String token) {
        if (!isNext(token)) {
            throw unexpected();
        }
    }

    private String next() {
        if (at >= tokens.size()) {
            throw unexpected();
        }
        return tokens.get(at++);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private IllegalArgumentException unexpected() {
        List<String> read = new ArrayList<>(tokens.subList(0, Math.min(at, tokens.size())));
        return new IllegalArgumentException(
                "unexpected " + (at < tokens.size() ? tokens.get(at) : "end") + " after " + String.join(" ", read));
    }
}
