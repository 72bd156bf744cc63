package io.niaga.users.notification;

import java.time.Instant;

/** What became of a notification. */
public sealed interface Delivery {
    /** Waits to be sent; the mail server did not take it {@code attempts} times so far. */
    record Queued(int attempts, Instant dueAt) implements Delivery {}

    /** The mail server took it. */
    record Sent(Instant at) implements Delivery {}

    /** Given up. */
    record Failed(String reason) implements Delivery {}

    /** Not sent on purpose; {@code NO_TRANSPORT}: no mail server is set up. */
    record Suppressed(String reason) implements Delivery {}
}
