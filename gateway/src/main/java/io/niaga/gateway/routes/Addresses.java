package io.niaga.gateway.routes;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.cloud.gateway.route.Route;

/**
 * Where one service is reached: usually one address (names and the cluster do the rest), or several, taken in turn. One that
 * failed is passed over for a second. Thread-safe.
 */
public final class Addresses {
    private static final long AWAY = TimeUnit.SECONDS.toNanos(1);

    private final List<Route> routes;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLongArray awaySince;

    /** @param routes one per address, alike otherwise */
    public Addresses(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.awaySince = new AtomicLongArray(routes.size());
    }

    public boolean isOne() {
        return routes.size() == 1;
    }

    /** The next one that is not away; when all are, the next one. */
    public int next() {
        if (isOne()) {
            return 0;
        }
        long now = System.nanoTime();
        int from = Math.floorMod(turn.getAndIncrement(), routes.size());
        for (int i = 0; i < routes.size(); i++) {
            int candidate = (from + i) % routes.size();
            long since = awaySince.get(candidate);
            if (since == 0 || now - since > AWAY) {
                return candidate;
            }
        }
        return from;
    }

    public Route route(int address) {
        return routes.get(address);
    }

    public void away(int address) {
        awaySince.set(address, System.nanoTime());
    }
}
