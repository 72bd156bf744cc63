package io.niaga.reporting.sales;

import java.util.function.UnaryOperator;

/** Where the facts of orders are kept, one document each. */
public interface OrderFacts {
    /**
     * Applies what was heard unless it, or something newer of the same source, was applied before; then the days that
     * changed are marked to be folded again. Repeating it after a crash in between marks them again.
     *
     * @param source which topic said it; its sequence guards the fact
     */
    void apply(String orderId, String source, long sequence, UnaryOperator<OrderFact> change);
}
