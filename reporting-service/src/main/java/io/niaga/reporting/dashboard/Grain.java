package io.niaga.reporting.dashboard;

import io.niaga.reporting.sales.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long each bar of a chart is, so that there are never too many to read. */
public enum Grain {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH;

    private static final long MOST_DAYS = 62;
    private static final long MOST_DAYS_IN_WEEKS = 371;

    static Grain of(Period period) {
        long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        return days <= MOST_DAYS ? DAY : days <= MOST_DAYS_IN_WEEKS ? WEEK : MONTH;
    }

    /** The first day of the step that holds a day. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }
}
