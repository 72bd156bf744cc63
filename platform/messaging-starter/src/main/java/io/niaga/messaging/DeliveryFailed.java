package io.niaga.messaging;

import org.jspecify.annotations.Nullable;

/** An event may not have arrived. */
final class DeliveryFailed extends Exception {
    private final boolean outage;

    /** @param outage whether others would fail as well: the broker or the database is not there */
    DeliveryFailed(String what, @Nullable Throwable cause, boolean outage) {
        super(what, cause);
        this.outage = outage;
    }

    boolean isOutage() {
        return outage;
    }
}
