package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a replica may take to go: it drains, finishes requests, then stops listening, each of the latter a phase. */
final class Shutdown {
    private static final Pattern PHASE = Pattern.compile("timeout-per-shutdown-phase=(\\d+)s");
    private static final int PHASES = 2;

    private Shutdown() {}

    static int longest(List<Map<String, Object>> documents) {
        String drain =
                String.valueOf(at(Overlays.find(documents, "ConfigMap", "niaga-identity"), "data", "NIAGA_DRAIN"));
        return longest(drain);
    }

    static int longest(String drain) {
        Matcher phase = PHASE.matcher(Kustomize.read(Yamls.ROOT.resolve(
                "platform/service-starter/src/main/resources/io/niaga/service/start/defaults.properties")));
        if (!phase.find()) {
            throw new AssertionError("services do not say how long they take to stop");
        }
        return Integer.parseInt(drain.replace("s", "")) + PHASES * Integer.parseInt(phase.group(1));
    }
}
