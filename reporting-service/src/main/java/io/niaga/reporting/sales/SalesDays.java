package io.niaga.reporting.sales;

import io.niaga.types.StoreId;
import java.util.List;

/** Days folded from facts: closed days are folded once, a day that changed is folded again when it is next read. */
public interface SalesDays {
    /** The rows of a store in that period, by day; days without anything are left out. */
    List<SalesRow> between(StoreId store, Period period);
}
