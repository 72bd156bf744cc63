package io.niaga.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test sets. It runs with the system's until told otherwise; {@link #set} stops it, {@link #advance} moves it
 * on. Safe to share between threads.
 */
public final class FakeClock extends Clock {
    /** The clock of all services that are tested in this JVM; tokens are issued by it too. */
    static final FakeClock SHARED = new FakeClock();

    private final AtomicReference<InstantSource> source = new AtomicReference<>(InstantSource.system());

    /** A clock that stands still at that moment. */
    public static FakeClock at(Instant moment) {
        FakeClock clock = new FakeClock();
        clock.set(moment);
        return clock;
    }

    /** A clock that stands still at that moment, written as RFC 3339. */
    public static FakeClock at(String moment) {
        return at(Instant.parse(moment));
    }

    /** Stops the clock at that moment. */
    public void set(Instant moment) {
        source.set(InstantSource.fixed(moment));
    }

    /** Moves the clock on; a running clock goes on running from there. */
    public void advance(Duration by) {
        source.updateAndGet(before -> InstantSource.offset(before, by));
    }

    /** Back to the system's time. */
    public void reset() {
        source.set(InstantSource.system());
    }

    @Override
    public Instant instant() {
        // As the services' own clock does: documents keep milliseconds.
        return source.get().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same moments in another zone; setting this clock sets that one too. */
    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource live = () -> source.get().instant().truncatedTo(ChronoUnit.MILLIS);
        return live.withZone(zone);
    }
}
