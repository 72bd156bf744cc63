package io.niaga.reporting.conversion;

import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.List;

/** Where sessions are kept until their day is closed. */
public interface Visits {
    /** Adds what a session did on one day of the store. Repeating it changes nothing. Safe for threads. */
    void add(StoreId store, LocalDate day, String session, List<Deed> deeds);

    /** Lets the day be folded again when it is next read; called after everything of it was added, again after a crash. */
    void mark(StoreId store, LocalDate day);
}
