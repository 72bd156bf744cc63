package io.niaga.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides when a write may run and when its answer may leave. */
interface WriteGate {
    /** Runs a write beside others. When this returns or throws, what the write changed is safe. */
    <T extends @Nullable Object> T shared(Supplier<T> write);

    /** Runs a change of collections or indexes while no write runs. When this returns it is safe as a whole, else not there after a kill. */
    void alone(Runnable change);

    /** Returns when everything that could be read before the call is safe. */
    void settle();
}
