package io.niaga.reporting.sales;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Where the facts of orders are kept, one document each. */
public interface OrderFacts {
    /**
     * Applies what was heard, by order, then marks the days that changed to be folded again. A change that was applied before
     * changes nothing and marks its days again, so that a crash in between is healed by the redelivery. Safe for threads.
     */
    void apply(Map<String, UnaryOperator<OrderFact>> changes);
}
