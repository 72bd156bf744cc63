package io.niaga.system.harness;

import io.niaga.localstack.topology.PortMap;
import io.niaga.localstack.topology.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds room below the ports that the system gives to outgoing connections, which may take a port that was free a moment ago. */
public final class FreePorts {
    private static final int LOWEST = 9_500;
    private static final int HIGHEST = 13_500;
    /** Between a stack's services and its database, wherever its base is. */
    private static final int LOWEST_OF_ONE = 16_000;

    private static final int HIGHEST_OF_ONE = 28_000;
    private static final int TRIES = 200;

    private FreePorts() {}

    /** A base whose ports are all free now; {@code -Dniaga.system.port-base} names one. */
    static int base() {
        int wanted = Integer.getInteger("niaga.system.port-base", 0);
        if (wanted > 0) {
            return wanted;
        }
        for (int i = 0; i < TRIES; i++) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (PortMap.ofAll(new Ports(base), true).keySet().stream().allMatch(FreePorts::isFree)) {
                return base;
            }
        }
        throw new IllegalStateException("no room for a stack between ports " + LOWEST + " and " + HIGHEST);
    }

    /** One port, for a process beside a stack. */
    public static int one() {
        return ThreadLocalRandom.current()
                .ints(TRIES, LOWEST_OF_ONE, HIGHEST_OF_ONE)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
