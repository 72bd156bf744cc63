package io.niaga.reporting.conversion;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Folds days for the last time and forgets their sessions. */
@UseCase
public final class CloseDays {
    private final ConversionDays days;
    private final Clock clock;
    private final int openDays;

    public CloseDays(ConversionDays days, Clock clock, int openDays) {
        this.days = days;
        this.clock = clock;
        this.openDays = openDays;
    }

    /** How many days were closed. Repeating it, also after a crash, closes what is left. */
    public int close() {
        return days.closeBefore(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(openDays));
    }
}
