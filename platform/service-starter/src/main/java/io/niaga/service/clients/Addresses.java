package io.niaga.service.clients;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Where one remote is reached: usually one address (names and the cluster do the rest), or several, separated by commas,
 * which are taken in turn. One that refused a connection is passed over for a second. Thread-safe.
 */
final class Addresses {
    private static final long AWAY = TimeUnit.SECONDS.toNanos(1);

    private final String written;
    private final List<String> all;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLongArray awaySince;

    /** @param written as configured, which is also what requests begin with; null where a request says it all itself */
    Addresses(@Nullable String written) {
        this.written = written == null ? "" : written;
        this.all = Arrays.stream(this.written.split(",")).map(String::strip).toList();
        this.awaySince = new AtomicLongArray(all.size());
    }

    boolean isOne() {
        return all.size() == 1;
    }

    /** The next one that is not away; when all are, the next one. */
    int next() {
        long now = System.nanoTime();
        int from = Math.floorMod(turn.getAndIncrement(), all.size());
        for (int i = 0; i < all.size(); i++) {
            int candidate = (from + i) % all.size();
            long since = awaySince.get(candidate);
            if (since == 0 || now - since > AWAY) {
                return candidate;
            }
        }
        return from;
    }

    void away(int address) {
        awaySince.set(address, System.nanoTime());
    }

    /** The request's address at one of ours. */
    String at(int address, String url) {
        return isOne() || !url.startsWith(written) ? url : all.get(address) + url.substring(written.length());
    }
}
