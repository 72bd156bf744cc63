package io.niaga.localstack.image;

import io.niaga.localstack.topology.Jit;
import io.niaga.localstack.topology.Service;
import java.util.ArrayList;
import java.util.List;

/** How the JVM of a service runs; training and serving must agree, or the AOT cache is not used. */
final class JvmFlags {
    private JvmFlags() {}

    static List<String> of(Service service) {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xms48m",
                "-Xmx" + service.heapMegabytes() + "m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // On this machine only; compose and k8s listen where their networks need it.
                "-Dserver.address=127.0.0.1",
                "-Dmanagement.server.address=127.0.0.1"));
        if (service.jit() == Jit.C1) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return List.copyOf(flags);
    }
}
