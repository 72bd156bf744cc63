package io.niaga.reporting.conversion;

import io.niaga.types.StoreId;
import java.time.LocalDate;

/** Which orders were placed. */
public interface Placements {
    /** Keeps it once, and marks its day and the days of sessions that say they placed it. */
    void add(String orderId, StoreId store, LocalDate day);
}
