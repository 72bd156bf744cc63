package io.niaga.reporting.conversion;

import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what sessions did, on the days of their stores. What comes after its day was closed is too late. */
@UseCase
public final class RecordVisits {
    private final Visits visits;
    private final Stores stores;
    private final Clock clock;
    private final int openDays;

    /** @param openDays after how many days sessions are forgotten; see {@link CloseDays} */
    public RecordVisits(Visits visits, Stores stores, Clock clock, int openDays) {
        this.visits = visits;
        this.stores = stores;
        this.clock = clock;
        this.openDays = openDays;
    }

    private record Day(StoreId store, LocalDate date) {}

    private record Session(Day day, String id) {}

    /** How many were too late. */
    public int record(List<Deed> deeds) {
        // A day sooner than it is closed, so that nothing is added while it is.
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(openDays - 1L);
        Map<Session, List<Deed>> bySession = new LinkedHashMap<>();
        Map<StoreId, ZoneId> zoneOf = new HashMap<>();
        int late = 0;
        for (Deed deed : deeds) {
            LocalDate date = LocalDate.ofInstant(deed.at(), zoneOf.computeIfAbsent(deed.store(), stores::zoneOf));
            if (date.isBefore(first)) {
                late++;
            } else {
                bySession
                        .computeIfAbsent(
                                new Session(new Day(deed.store(), date), deed.session()), s -> new ArrayList<>())
                        .add(deed);
            }
        }
        bySession.forEach((session, did) ->
                visits.add(session.day().store(), session.day().date(), session.id(), did));
        bySession.keySet().stream().map(Session::day).distinct().forEach(day -> visits.mark(day.store(), day.date()));
        return late;
    }
}
