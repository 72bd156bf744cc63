package io.niaga.reporting.conversion;

import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.List;

/** Which orders were placed. */
public interface Placements {
    /** An order, on the day of its store's time zone. */
    record Placement(String orderId, StoreId store, LocalDate day) {}

    /** Keeps each once, and marks their days and the days of sessions that say they placed them. */
    void add(List<Placement> placed);
}
