package io.niaga.system.operations;

import io.niaga.localstack.image.ServiceImage;
import io.niaga.localstack.image.ServiceJar;
import io.niaga.localstack.process.HttpProbe;
import io.niaga.localstack.process.JavaCommand;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.process.StartFailed;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.topology.Addresses;
import io.niaga.localstack.topology.Environment;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.FreePorts;
import io.niaga.system.harness.KeptLogs;
import io.niaga.system.harness.SystemStack;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A second process of a service, beside the one of the stack, on ports of its own. Ends with the stack at the latest. */
final class Replica {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(40);
    private final Stack stack;
    private final Service service;
    private final int port = FreePorts.one();
    private final int management = FreePorts.one();
    private @Nullable Running running;

    Replica(SystemStack system, String service) {
        this.stack = system.stack();
        this.service = Topology.service(service).forShortRun(); // as the stack of the tests runs them
    }

    int port() {
        return port;
    }

    String management() {
        return "http://127.0.0.1:" + management;
    }

    String name() {
        return service.name() + "-2";
    }

    /** Starts it with these variables beside those of the topology, and waits until it serves. */
    void start(Map<String, String> more) {
        JavaCommand command = new JavaCommand(stack.home().path(), name());
        ServiceImage image = new ServiceImage(
                stack.home(),
                service,
                ServiceJar.of(stack.home().root(), service.name()).orElseThrow(),
                false);
        Launch launch = new Launch(
                name(),
                port,
                image.version(),
                command.marker(),
                command.of(image.arguments()),
                environment(more),
                PATIENCE,
                new HttpProbe(URI.create(management() + "/actuator/health/readiness")));
        KeptLogs.keep(stack.home().logs());
        running = stack.processes().start(launch);
        try {
            stack.processes().awaitReady(launch, running);
        } catch (StartFailed e) {
            // The log itself goes with the stack.
            throw new AssertionError(e.getMessage() + "\n" + String.join("\n", e.logEnd()), e);
        }
    }

    /** As a deployment does. */
    void stop() {
        if (running != null) {
            stack.processes().stop(List.of(running), GRACE);
            running = null;
        }
    }

    private Map<String, String> environment(Map<String, String> more) {
        Secrets secrets = Secrets.keptIn(stack.home().secrets());
        Addresses addresses = Addresses.local(
                stack.ports(),
                "mongodb://127.0.0.1:" + stack.ports().database(),
                stack.home().data("search-index-2").toString());
        Map<String, String> environment =
                new HashMap<>(new Environment(stack.ports(), addresses, secrets::get).of(service));
        environment.putAll(more);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        return environment;
    }
}
