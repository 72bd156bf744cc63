package io.niaga.system.operations;

import io.niaga.localstack.process.HttpProbe;
import io.niaga.testsupport.Api;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A load balancer's view of several gateways: those that say they are ready, in turn; asked again and again. */
final class Doors implements Supplier<Api>, AutoCloseable {
    private static final long PAUSE = 300_000_000L;
    private final Map<String, HttpProbe> probes;
    private final List<String> ready = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread watch = Thread.ofVirtual().unstarted(this::watch);
    private volatile boolean open = true;

    /** @param managements the management address of each gateway, by its own address */
    Doors(Map<String, String> managements) {
        probes = managements.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        door -> new HttpProbe(URI.create(door.getValue() + "/actuator/health/readiness"))));
        look();
        watch.start();
    }

    @Override
    public Api get() {
        List<String> now = List.copyOf(ready);
        if (now.isEmpty()) {
            throw new AssertionError("no gateway is ready");
        }
        return Api.at(now.get(Math.floorMod(turn.getAndIncrement(), now.size())));
    }

    private void watch() {
        while (open) {
            look();
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void look() {
        probes.forEach((door, probe) -> {
            if (!probe.ready()) {
                ready.remove(door);
            } else if (!ready.contains(door)) {
                ready.add(door);
            }
        });
    }

    @Override
    public void close() {
        open = false;
    }
}
