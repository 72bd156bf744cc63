package io.niaga.messaging;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which keys of a subscription have a dead letter, remembered so that the usual record costs no query. May remember a key
 * too long, never too short: only the consumer that has the key's partition adds one, and it starts from the store.
 */
final class ParkedKeys {
    private static final int MOST = 10_000;

    private final DeadLetterStore store;
    private final String group;
    private final Set<String> keys = new HashSet<>();
    private boolean loaded;
    private boolean complete;

    ParkedKeys(DeadLetterStore store, String group) {
        this.store = store;
        this.group = group;
    }

    /** Partitions changed hands: another process may have added keys. */
    synchronized void forget() {
        loaded = false;
    }

    synchronized void add(ConsumerRecord<String, byte[]> in) {
        keys.add(String.valueOf(in.key()));
    }

    /** Whether an earlier record of the same key waits. */
    synchronized boolean block(ConsumerRecord<String, byte[]> in) {
        load();
        String key = String.valueOf(in.key());
        if (complete && !keys.contains(key)) {
            return false;
        }
        boolean blocked = store.blocked(group, in);
        if (!blocked) {
            keys.remove(key);
        }
        return blocked;
    }

    private void load() {
        if (!loaded) {
            keys.clear();
            keys.addAll(store.openKeys(group, MOST));
            complete = keys.size() < MOST;
            loaded = true;
        }
    }
}
