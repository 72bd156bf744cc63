package io.niaga.fulfillment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.fulfillment.reservation.ReservationTally;
import io.niaga.fulfillment.reservation.Reservations;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What operations watches: refusals, open reservations, those an hour past their order's deadline (somebody must look), what
 * the sweeper settled, and shortages that it could not finish. Gauges are as of the last sweep.
 */
final class ReservationMeters implements ReservationTally {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private final Counter refusals;
    private final Counter swept;
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();
    private final AtomicLong shortages = new AtomicLong();
    private final Reservations reservations;
    private final Clock clock;

    ReservationMeters(MeterRegistry meters, Reservations reservations, Clock clock) {
        this.reservations = reservations;
        this.clock = clock;
        this.refusals = Counter.builder("niaga.stock.refusals")
                .description("Orders refused because something is sold out")
                .register(meters);
        this.swept = Counter.builder("niaga.reservations.swept")
                .description("Operations and reservations that the sweeper settled")
                .register(meters);
        Gauge.builder("niaga.reservations.open", open, AtomicLong::doubleValue)
                .description("Reservations that hold units; counted up to 100,000")
                .register(meters);
        Gauge.builder("niaga.reservations.overdue", overdue, AtomicLong::doubleValue)
                .description("Reservations held an hour past their order's deadline")
                .register(meters);
        Gauge.builder("niaga.fulfillment.shortages.open", shortages, AtomicLong::doubleValue)
                .description("Shortages that the last sweep could not finish")
                .register(meters);
    }

    @Override
    public void refused() {
        refusals.increment();
    }

    @Override
    public void swept(int settled) {
        swept.increment(settled);
    }

    void shortagesLeft(int open) {
        shortages.set(open);
    }

    void refresh() {
        open.set(reservations.open());
        overdue.set(reservations.heldPast(clock.instant().minus(PATIENCE)));
    }
}
