package io.niaga.fulfillment.promise;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a store ships: what is ordered before the cut-off of a working day leaves on that day, all else on the next.
 *
 * @param cutOff in the store's own time
 */
public record WorkingTime(ZoneId timeZone, LocalTime cutOff, Set<DayOfWeek> workingDays) {
    private static final LocalTime LAST = LocalTime.of(23, 59, 59);

    public WorkingTime {
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("a store works on at least one day");
        }
        workingDays = Collections.unmodifiableSet(EnumSet.copyOf(workingDays));
    }

    /** The end of the day, in the store's time, by which what is ordered now is there. */
    Instant promisedBy(Instant ordered, int transitDays) {
        ZonedDateTime local = ordered.atZone(timeZone);
        LocalDate day = local.toLocalDate();
        if (!local.toLocalTime().isBefore(cutOff)) {
            day = day.plusDays(1);
        }
        day = workingDayFrom(day);
        for (int i = 0; i < transitDays; i++) {
            day = workingDayFrom(day.plusDays(1));
        }
        return day.atTime(LAST).atZone(timeZone).toInstant();
    }

    private LocalDate workingDayFrom(LocalDate first) {
        LocalDate day = first;
        while (!workingDays.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day;
    }
}
