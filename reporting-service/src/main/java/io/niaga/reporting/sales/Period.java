package io.niaga.reporting.sales;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** From one day to the same or a later one, both included. */
public record Period(LocalDate from, LocalDate to) {
    private static final int MOST_DAYS = 731;

    /** @throws io.niaga.types.ProblemException REPORT_PERIOD_INVALID */
    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw ReportProblem.REPORT_PERIOD_INVALID.with("most", MOST_DAYS);
        }
    }
}
