package io.niaga.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the outbox protocol on one collection. Each is one atomic write on one document; whatever is done under
 * a lease happens only while its claim is still in the document.
 */
interface Leases {
    /** Aggregates with something to tell whose lease has lapsed or was never taken, oldest first. */
    List<String> due(int limit, Instant now);

    /** Takes a lapsed or free lease; null when somebody else was faster or nothing is left. */
    @Nullable
    Claimed claim(String aggregate, Instant now, Instant until);

    /** Removes what was told and gives the lease back; false when more was written meanwhile or the claim is gone. */
    boolean finish(Lease lease, long last);

    /** Removes what was told, keeps the lease and reads what is left; null when the claim is gone. */
    @Nullable
    Backlog advance(Lease lease, long last);

    /** Makes the lease last longer; false when the claim is gone. */
    boolean renew(Lease lease);

    /** Removes what was told and lets the rest be claimed again when the lease ends; false when the claim is gone. */
    boolean release(Lease lease, long last);

    /** How much waits in the whole collection. */
    Waiting waiting();

    /** @param oldest since when the oldest waits; null when nothing does */
    record Waiting(long aggregates, @Nullable Instant oldest) {}
}
