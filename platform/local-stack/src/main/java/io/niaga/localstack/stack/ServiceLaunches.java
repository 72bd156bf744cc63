package io.niaga.localstack.stack;

import io.niaga.localstack.image.ServiceImage;
import io.niaga.localstack.image.ServiceJar;
import io.niaga.localstack.process.JavaCommand;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Addresses;
import io.niaga.localstack.topology.Environment;
import io.niaga.localstack.topology.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How the services of a stack are launched. */
final class ServiceLaunches {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final Stack stack;
    private final Environment environment;
    private final Map<String, String> overrides;
    private final boolean shortRun;

    /**
     * @param overrides the caller's own variables; they win over the topology's
     */
    ServiceLaunches(Stack stack, Secrets secrets, Map<String, String> overrides) {
        Addresses addresses = Addresses.local(
                stack.ports(),
                stack.databaseUri(),
                stack.home().data("search-index").toString());
        this.stack = stack;
        this.environment = new Environment(stack.ports(), addresses, secrets::get);
        this.overrides = Map.copyOf(overrides);
        this.shortRun = isShort(overrides);
    }

    /** Whether the caller means to run for minutes only: nothing is compiled for hours then. */
    static boolean isShort(Map<String, String> overrides) {
        return overrides.getOrDefault("NIAGA_JIT", "").equals("C1");
    }

    ServiceImage image(Service service, boolean training) {
        return new ServiceImage(
                stack.home(),
                shortRun ? service.forShortRun() : service,
                ServiceJar.of(stack.home().root(), service.name())
                        .orElseThrow(() -> new IllegalStateException(
                                service.name() + " has not been built: run ./mvnw package -DskipTests.")),
                training);
    }

    /** The topology's variables, then the {@code NIAGA_…} and {@code SPRING_…} ones of whoever called. */
    Map<String, String> environment(Service service) {
        Map<String, String> variables = new HashMap<>(environment.of(service));
        overrides.forEach((name, value) -> {
            boolean setting = name.startsWith("NIAGA_") || name.startsWith("SPRING_");
            boolean launchers = name.equals("NIAGA_HOME")
                    || name.equals("NIAGA_PORT_BASE")
                    || name.equals("NIAGA_JDK")
                    || name.equals("NIAGA_JIT");
            if (setting && !launchers) {
                variables.put(name, value);
            }
        });
        return variables;
    }

    Launch launch(Service service, ServiceImage image) {
        JavaCommand command = new JavaCommand(stack.home().path(), service.name());
        return new Launch(
                service.name(),
                service.port(stack.ports()),
                image.version(),
                command.marker(),
                command.of(image.arguments()),
                environment(service),
                PATIENCE,
                stack.probe(service.name()));
    }
}
