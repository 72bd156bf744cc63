package io.niaga.messaging;

/** One collection's outbox as the relay sees it. */
interface Outbox {
    /** Where its events come from: {@code /order-service/orders}. */
    String source();

    Leases leases();

    /**
     * Called when a publisher found its claim gone although it had sent something: the late record may have become the
     * last of its key, so a state topic has to be told the current state again.
     */
    void overtaken(String aggregate);
}
