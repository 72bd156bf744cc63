package io.niaga.users;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.users.notification.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.scheduling.annotation.Scheduled;

/** What operations watches: news that nobody was told yet. As of the last look. */
final class LetterMeters {
    private final AtomicReference<Optional<Instant>> oldest = new AtomicReference<>(Optional.empty());
    private final Notifications notifications;

    LetterMeters(MeterRegistry meters, Notifications notifications, Clock clock) {
        this.notifications = notifications;
        Gauge.builder(
                        "niaga.letters.oldest",
                        oldest,
                        known -> known.get()
                                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                                .map(age -> Math.max(0, age))
                                .orElse(0L))
                .description("How old the oldest news is that waits to be sent")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT15S")
    void look() {
        oldest.set(notifications.oldestWaiting());
    }
}
