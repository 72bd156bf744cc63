package io.niaga.service.start;

import io.niaga.types.IdSource;
import io.niaga.types.TypeId;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * New ids as UUID version 7: 48 bits of milliseconds, 12 bits that count within a millisecond, 62 random bits.
 *
 * <p>Ids of one process are strictly increasing, also when the clock stands still or steps back.
 */
public final class TimeOrderedIds implements IdSource {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 7L << COUNTER_BITS;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_BITS = 0x3FFFFFFFFFFFFFFFL;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public TypeId next(String prefix) {
        long earliest = clock.millis() << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, earliest));
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1 << COUNTER_BITS) - 1);
        return new TypeId(
                prefix, new UUID((millis << 16) | VERSION | counter, VARIANT | (random.nextLong() & RANDOM_BITS)));
    }
}
