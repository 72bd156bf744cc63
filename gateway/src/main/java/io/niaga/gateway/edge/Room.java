package io.niaga.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * How many requests may be at one service at a time, from this gateway. One counter for all lanes, a lower limit for
 * those that matter less: when reads fill their half, the other half is still there for who wants to pay.
 *
 * <p>Thread-safe. Who entered must leave, once.
 */
public final class Room {
    private final int size;
    private final AtomicInteger inside = new AtomicInteger();
    private final Map<Lane, Counter> shed;

    /**
     * @param size the most requests at once, at least 4
     */
    public Room(String service, int size, MeterRegistry meters) {
        this.size = size;
        this.shed = Arrays.stream(Lane.values())
                .collect(Collectors.toMap(
                        lane -> lane,
                        lane -> shed(service, lane, meters),
                        (first, second) -> first,
                        () -> new EnumMap<>(Lane.class)));
        Gauge.builder("niaga.gateway.in.flight", inside, AtomicInteger::get)
                .description("Requests at the service right now")
                .tag("service", service)
                .register(meters);
    }

    private static Counter shed(String service, Lane lane, MeterRegistry meters) {
        return Counter.builder("niaga.gateway.shed")
                .description("Requests answered 503 because the service had enough to do")
                .tag("service", service)
                .tag("lane", lane.label())
                .register(meters);
    }

    boolean enter(Lane lane) {
        int limit = lane.limit(size);
        if (inside.getAndUpdate(now -> now < limit ? now + 1 : now) < limit) {
            return true;
        }
        Objects.requireNonNull(shed.get(lane)).increment();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    int inside() {
        return inside.get();
    }
}
