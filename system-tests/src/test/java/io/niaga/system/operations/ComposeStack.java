package io.niaga.system.operations;

import io.niaga.localstack.image.ServiceImage;
import io.niaga.localstack.image.ServiceJar;
import io.niaga.localstack.process.HttpProbe;
import io.niaga.localstack.process.JavaCommand;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.KeptLogs;
import io.niaga.testsupport.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak and the services as compose starts them, beside a stack's broker and database and in the place of its own: exactly
 * the environment of {@code docker-compose.yml} and the flags of the images, at the host names and ports that stand there. Who
 * calls the stack's ports reaches these.
 */
final class ComposeStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int KEYCLOAK = 8180;
    private static final int KEYCLOAK_MANAGEMENT = 9180;
    private static final String SUFFIX = "-compose";

    private final Stack stack;
    private final Path folder;
    private final ComposeFile compose;
    private final LoopbackHosts hosts;
    private final Map<Launch, Running> processes = new LinkedHashMap<>();

    /** @param folder for files of its own */
    ComposeStack(Stack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
        Secrets secrets = Secrets.keptIn(stack.home().secrets());
        this.compose = new ComposeFile(name -> Secrets.names().contains(name) ? secrets.get(name) : null);
        this.hosts = new LoopbackHosts(Stream.concat(
                        Topology.services().stream().map(Service::name),
                        Stream.of("mongo", Topology.KAFKA, Topology.KEYCLOAK))
                .toList());
    }

    /** Starts all of it, in the place of what has been stopped; returns when it serves. */
    void start() throws IOException {
        hosts.forward(hosts.address("mongo"), 27_017, "127.0.0.1", stack.ports().database());
        hosts.forward(
                hosts.address(Topology.KAFKA), 9092, "127.0.0.1", stack.ports().kafka());
        hosts.forward("127.0.0.1", stack.ports().keycloak(), hosts.address(Topology.KEYCLOAK), KEYCLOAK);
        start(keycloak());
        for (Service service : Topology.services()) {
            String address = hosts.address(service.name());
            hosts.forward("127.0.0.1", stack.port(service.name()), address, service.usualPort());
            start(service(service));
        }
        processes.forEach((launch, running) -> stack.processes().awaitReady(launch, running));
    }

    private void start(Launch launch) {
        KeptLogs.keep(stack.home().logs());
        processes.put(launch, stack.processes().start(launch));
    }

    private Launch service(Service service) throws IOException {
        Map<String, String> environment = compose.environment(service.name());
        // Whatever database the stack has: it is no replica set, and it is not on a volume.
        environment.computeIfPresent("NIAGA_MONGODB_URI", (name, uri) -> uri.replaceFirst("\\?replicaSet=.*", ""));
        environment.replace("NIAGA_INDEX_DIRECTORY", folder.resolve("index").toString());
        ServiceImage image = new ServiceImage(
                stack.home(),
                service.forShortRun(),
                ServiceJar.of(stack.home().root(), service.name()).orElseThrow(),
                false);
        String address = hosts.address(service.name());
        List<String> arguments = new ArrayList<>(flags());
        // Stands for the container's memory and its network.
        arguments.addAll(List.of(
                "-Xmx256m",
                "-Djdk.net.hosts.file=" + hosts.writeTo(folder.resolve("hosts")),
                "-Dserver.address=" + address,
                "-Dmanagement.server.address=" + address));
        arguments.addAll(List.of("-jar", image.arguments().getLast()));
        String health =
                "http://" + address + ":" + environment.get("MANAGEMENT_SERVER_PORT") + "/actuator/health/readiness";
        return launch(service.name(), image.version(), arguments, environment, health);
    }

    /** Of the images; a file of arguments names no other one. */
    private static List<String> flags() throws IOException {
        return Files.readAllLines(Repository.root().resolve("k8s/images/jvm.options")).stream()
                .filter(line -> line.startsWith("-"))
                .toList();
    }

    /** The program of the stack's, which has not been told anything that compose tells. */
    private Launch keycloak() throws IOException {
        String address = hosts.address(Topology.KEYCLOAK);
        List<String> arguments = new ArrayList<>();
        for (String line : Files.readAllLines(stack.home().run().resolve(Topology.KEYCLOAK + ".args"))) {
            String argument = line.substring(1, line.length() - 1);
            if (!argument.matches("--(cache|hostname|http-.*)=.*")) {
                arguments.add(argument);
            }
        }
        arguments.add("--http-host=" + address);
        Map<String, String> environment = compose.environment(Topology.KEYCLOAK);
        String health = "http://" + address + ":" + KEYCLOAK_MANAGEMENT + "/health/ready";
        return launch(Topology.KEYCLOAK, "compose", arguments, environment, health);
    }

    private Launch launch(
            String name, String version, List<String> arguments, Map<String, String> environment, String health) {
        JavaCommand command = new JavaCommand(stack.home().path(), name + SUFFIX);
        return new Launch(
                name + SUFFIX,
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", String.valueOf(KEYCLOAK))),
                version,
                command.marker(),
                command.of(arguments),
                environment,
                PATIENCE,
                new HttpProbe(URI.create(health)));
    }

    @Override
    public void close() {
        stack.processes().stop(List.copyOf(processes.values()), GRACE);
        hosts.close();
    }
}
