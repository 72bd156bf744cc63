package io.niaga.localstack.topology;

import java.util.Locale;
import java.util.Set;

/**
 * One of Niaga's services as the topology sees it.
 *
 * @param usualPort public port when nothing is moved; management is 1000 above
 * @param heapMegabytes upper bound of its heap
 */
public record Service(String name, int usualPort, Jit jit, int heapMegabytes, Set<Need> needs) {
    private static final int MANAGEMENT = 1000;

    public Service {
        needs = Set.copyOf(needs);
    }

    /** The same for a short run: C1 alone, which is quick to start and slow at its best. */
    public Service forShortRun() {
        return new Service(name, usualPort, Jit.C1, heapMegabytes, needs);
    }

    public int port(Ports ports) {
        return ports.moved(usualPort);
    }

    public int managementPort(Ports ports) {
        return ports.moved(usualPort + MANAGEMENT);
    }

    /** The variable under which others find it: {@code NIAGA_CATALOG_URL}. */
    public String urlVariable() {
        return "NIAGA_" + shortName() + "_URL";
    }

    /** The name of its client secret, in the realm file, in compose and in k8s. */
    public String secretVariable() {
        return "NIAGA_CLIENT_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String shortName() {
        return name.replace("-service", "").toUpperCase(Locale.ROOT);
    }
}
