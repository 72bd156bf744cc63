package io.niaga.localstack.topology;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of Niaga's services as the topology sees it.
 *
 * @param usualPort public port when nothing is moved; management is 1000 above
 * @param heapMegabytes upper bound of its heap
 * @param calls short names of the services it calls: it is told their addresses, and policies let it reach them
 */
public record Service(String name, int usualPort, Jit jit, int heapMegabytes, Set<Need> needs, List<String> calls) {
    private static final int MANAGEMENT = 1000;

    public Service {
        needs = Set.copyOf(needs);
        calls = List.copyOf(calls);
    }

    /** The same for a short run: C1 alone, which is quick to start and slow at its best. */
    public Service forShortRun() {
        return new Service(name, usualPort, Jit.C1, heapMegabytes, needs, calls);
    }

    public int port(Ports ports) {
        return ports.moved(usualPort);
    }

    public int managementPort(Ports ports) {
        return ports.moved(usualPort + MANAGEMENT);
    }

    /** The variable under which others find it: {@code NIAGA_CATALOG_URL}. */
    public String urlVariable() {
        return "NIAGA_" + shortName().toUpperCase(Locale.ROOT) + "_URL";
    }

    /** The name of its client secret, in the realm file, in compose and in k8s. */
    public String secretVariable() {
        return "NIAGA_CLIENT_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** {@code catalog} for {@code catalog-service}. */
    public String shortName() {
        return name.replace("-service", "");
    }

    Service calling(String... others) {
        return new Service(name, usualPort, jit, heapMegabytes, needs, List.of(others));
    }
}
