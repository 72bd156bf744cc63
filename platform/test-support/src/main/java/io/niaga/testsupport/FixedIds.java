package io.niaga.testsupport;

import io.niaga.types.IdSource;
import io.niaga.types.TypeId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that are the same in every run: 1, 2, 3 … under whatever prefix is asked for. */
public final class FixedIds implements IdSource {
    private final AtomicLong last = new AtomicLong();

    @Override
    public TypeId next(String prefix) {
        return nth(prefix, last.incrementAndGet());
    }

    /** The id that the n-th call gives. */
    public static TypeId nth(String prefix, long n) {
        return new TypeId(prefix, new UUID(0, n));
    }
}
