package io.niaga.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records this service could not receive, and the way to bring them back. A redrive receives them again in the order
 * they were published; what fails once more stays, and with it what waits behind it.
 */
public final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int PAGE = 200;

    private final DeadLetterStore store;
    private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();

    DeadLetters(DeadLetterStore store) {
        this.store = store;
    }

    void serve(String group, Delivery delivery) {
        deliveries.put(group, delivery);
    }

    /** The oldest that still wait. */
    public List<DeadLetter> open(String group, int limit) {
        return store.open(group, null, Set.of(), limit).stream()
                .map(DeadLetterStore::letter)
                .toList();
    }

    public long count(String group) {
        return store.count(group);
    }

    public Set<String> groups() {
        return Set.copyOf(deliveries.keySet());
    }

    /** Receives all open dead letters of a group again; returns how many had their effect. */
    public int redrive(String group) {
        return redrive(group, null);
    }

    /**
     * Receives the open dead letters of one key again, or of all keys; returns how many had their effect.
     *
     * @throws DependencyDown when something needed is not there; what was not reached stays
     */
    public synchronized int redrive(String group, @Nullable String key) {
        Delivery delivery = deliveries.get(group);
        if (delivery == null) {
            throw new IllegalArgumentException("this service does not listen as " + group);
        }
        Set<String> failed = new HashSet<>();
        int received = 0;
        int progress;
        do {
            progress = 0;
            for (Document letter : store.open(group, key, failed, PAGE)) {
                progress += again(delivery, letter, failed) ? 1 : 0;
            }
            received += progress;
        } while (progress > 0);
        LOG.info("{}: {} dead letters were received, {} keys still have some", group, received, failed.size());
        return received;
    }

    /** Gives one up for good: what waits behind it becomes receivable by a redrive. False when it was not open. */
    public boolean discard(String id) {
        return store.settle(id, DeadLetter.State.DISCARDED);
    }

    private boolean again(Delivery delivery, Document letter, Set<String> failed) {
        String key = String.valueOf(letter.getString("key"));
        if (failed.contains(key)) {
            return false;
        }
        try {
            String defect = delivery.redeliver(DeadLetterStore.record(letter));
            if (defect != null) {
                failed.add(key);
                return false;
            }
            return store.settle(letter.getString("_id"), DeadLetter.State.REDRIVEN);
        } catch (Attempts.Outage down) {
            throw new DependencyDown("the redrive stopped", down);
        }
    }
}
