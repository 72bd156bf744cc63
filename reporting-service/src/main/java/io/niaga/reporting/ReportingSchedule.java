package io.niaga.reporting;

import io.niaga.reporting.conversion.CloseDays;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done again and again. */
final class ReportingSchedule {
    private final CloseDays close;

    ReportingSchedule(CloseDays close) {
        this.close = close;
    }

    @Scheduled(
            initialDelayString = "${niaga.reporting.close-delay:10m}",
            fixedDelayString = "${niaga.reporting.close-every:1h}")
    void close() {
        close.close();
    }
}
