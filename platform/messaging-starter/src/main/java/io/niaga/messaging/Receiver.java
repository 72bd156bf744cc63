package io.niaga.messaging;

/**
 * Takes one fact in. Delivery is at least once and in order per key, so the effect must be the same when repeated: guard it
 * with {@link Inbox} or derive its id. A receiver stores the fact and calls nobody.
 */
@FunctionalInterface
public interface Receiver<T> {
    /**
     * @throws Exception {@link DependencyDown} and failures of the database are waited out; anything else is tried again
     *     and then becomes a dead letter
     */
    void receive(T body, Envelope envelope) throws Exception;
}
