package io.niaga.reporting.sales;

/** All that was ever told about orders and refunds. */
public interface SalesHistory {
    /** Tells it once more, from the beginning to now. */
    void tell(OrderFacts facts);
}
