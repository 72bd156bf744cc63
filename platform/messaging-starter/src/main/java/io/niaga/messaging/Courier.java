package io.niaga.messaging;

/** Brings one event to where it goes and returns when it has surely arrived. */
@FunctionalInterface
interface Courier {
    /** @throws DeliveryFailed when it may not have arrived; it may have, too */
    void deliver(String source, String key, Pending event) throws DeliveryFailed;
}
