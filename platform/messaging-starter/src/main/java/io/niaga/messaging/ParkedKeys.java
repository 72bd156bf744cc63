package io.niaga.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which keys of a subscription have a dead letter, remembered so that the usual record costs no query. May remember a key
 * too long, never too short: only the consumer that has the key's partition adds one, and it starts from the store.
 */
final class ParkedKeys {
    /** Letters that are looked at; behind more of them each record asks the store. */
    static final int MOST = 10_000;

    private final DeadLetterStore store;
    private final String group;
    private final int most;
    private final Set<String> keys = new HashSet<>();
    private boolean loaded;
    private boolean complete;

    ParkedKeys(DeadLetterStore store, String group, int most) {
        this.store = store;
        this.group = group;
        this.most = most;
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
            List<String> letters = store.openKeys(group, most);
            keys.clear();
            keys.addAll(letters);
            complete = letters.size() < most;
            loaded = true;
        }
    }
}
