package io.niaga.reporting.sales;

import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.List;

/** Days folded from facts: closed days are folded once, a day that changed is folded again when it is next read. */
public interface SalesDays {
    /** The rows of a store from the first to the last day, both included, by day; days without anything are left out. */
    List<SalesRow> between(StoreId store, LocalDate from, LocalDate to);
}
