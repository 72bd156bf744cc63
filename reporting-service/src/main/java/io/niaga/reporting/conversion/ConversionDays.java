package io.niaga.reporting.conversion;

import io.niaga.reporting.sales.Period;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.SortedMap;

/** Days folded from sessions and orders: a day that changed is folded again when it is next read. */
public interface ConversionDays {
    /** The rows of a store in that period, by day; days without anything are left out. */
    SortedMap<LocalDate, ConversionRow> between(StoreId store, Period period);

    /** Folds all days before that one for the last time, and forgets their sessions; orders are still counted. */
    int closeBefore(LocalDate day);
}
