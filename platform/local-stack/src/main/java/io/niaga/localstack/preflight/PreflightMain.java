package io.niaga.localstack.preflight;

import io.niaga.localstack.topology.PortMap;
import io.niaga.localstack.topology.Ports;
import java.nio.file.Path;
import java.util.List;

/** The preflight of a first start, run from source by the script: nobody builds for minutes to hear of a taken port. */
public final class PreflightMain {
    private PreflightMain() {}

    public static void main(String[] arguments) {
        boolean ownDatabase =
                System.getenv().getOrDefault("NIAGA_MONGODB_URI", "").isEmpty();
        Path home = Path.of(System.getProperty("niaga.home", ".niaga"));
        List<String> findings;
        try {
            findings = Preflight.ofFirstStart(PortMap.ofAll(Ports.from(System.getenv()), ownDatabase))
                    .findings(Machine.at(home));
        } catch (IllegalArgumentException e) {
            findings = List.of(String.valueOf(e.getMessage()));
        }
        if (!findings.isEmpty()) {
            findings.forEach(System.out::println);
            System.out.println("Nothing was built or started.");
            System.exit(1);
        }
    }
}
