package io.niaga.users.notification;

import java.time.Instant;

/** What became of a notification. */
public sealed interface Delivery {
    /** Waits to be sent, which did not succeed {@code attempts} times so far. */
    record Queued(int attempts, Instant dueAt) implements Delivery {}

    /** The mail server took it. */
    record Sent(Instant at) implements Delivery {}

    /**
     * Given up. {@code REFUSED}: the mail server never takes a letter to that address; {@code TOO_LATE}: it could not be sent while
     * it was news; {@code ORDER_UNKNOWN}: nobody knows the order.
     */
    record Failed(String reason) implements Delivery {}

    /** Not sent on purpose; {@code NO_TRANSPORT}: no mail server is set up. */
    record Suppressed(String reason) implements Delivery {}
}
