package io.niaga.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be received, or that waits behind one.
 *
 * @param id {@code <group>/<topic>/<partition>/<offset>}
 * @param error the kind of failure, never its text
 */
public record DeadLetter(
        String id,
        String group,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String type,
        Reason reason,
        @Nullable String error,
        State state,
        Instant at) {

    /** Why it is here. */
    public enum Reason {
        MALFORMED,
        UNKNOWN_VERSION,
        /** Tried as often as allowed. */
        FAILED,
        /** Waits behind an earlier record of its key. */
        PARKED
    }

    /** Whether it still has to be received. */
    public enum State {
        OPEN,
        REDRIVEN,
        DISCARDED
    }
}
