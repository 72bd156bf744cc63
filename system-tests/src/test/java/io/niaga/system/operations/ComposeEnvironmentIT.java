package io.niaga.system.operations;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Repository;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every service process with exactly the environment that {@code docker-compose.yml} gives it and the flags of its image; the
 * MongoDB address apart. Host names are loopback addresses of their own, and a purchase goes through all of it. Starts nine
 * processes: only with {@code -Pproofs}.
 */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class ComposeEnvironmentIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration GRACE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void the_shortest_purchase_goes_through_what_compose_starts(SystemStack system) throws Exception {
        String sku = new Shop(system).goods(Shop.newSku("COMPOSE"), 30_000, 5);
        Stack stack = system.stack();
        Topology.services().forEach(service -> system.stop(service.name()));
        Secrets secrets = Secrets.keptIn(stack.home().secrets());
        ComposeFile compose = new ComposeFile(name -> Secrets.names().contains(name) ? secrets.get(name) : null);
        List<Running> processes = new ArrayList<>();
        try (LoopbackHosts hosts = new LoopbackHosts(names());
                IdentityAt identity = new IdentityAt(
                        hosts.address("keycloak"),
                        8180,
                        compose.environment("gateway").get("NIAGA_ISSUER"))) {
            hosts.forward("kafka", 9092, stack.ports().kafka());
            Path file = hosts.writeTo(folder.resolve("hosts"));
            List<Launch> launches = Topology.services().stream()
                    .map(service -> launch(stack, service, compose, hosts, file))
                    .toList();
            launches.forEach(launch -> processes.add(stack.processes().start(launch)));
            for (int i = 0; i < launches.size(); i++) {
                stack.processes().awaitReady(launches.get(i), processes.get(i));
            }
            Purchase purchase = Purchase.through(() -> Api.at("http://" + hosts.address("gateway") + ":8080"))
                    .put(sku, 1)
                    .place("CARD")
                    .pay("tok_success")
                    .await("CONFIRMED");
            eventually(() -> assertThat(purchase.timeline()).contains("CONFIRMED"));
            assertThat(identity).isNotNull();
        } finally {
            stack.processes().stop(processes, GRACE);
        }
    }

    private static List<String> names() {
        return Stream.concat(Topology.services().stream().map(Service::name), Stream.of("kafka", "keycloak"))
                .toList();
    }

    private Launch launch(Stack stack, Service service, ComposeFile compose, LoopbackHosts hosts, Path file) {
        Map<String, String> environment = compose.environment(service.name());
        environment.replace(
                "NIAGA_MONGODB_URI", "mongodb://127.0.0.1:" + stack.ports().database());
        environment.replace("NIAGA_INDEX_DIRECTORY", folder.resolve("index").toString());
        String address = hosts.address(service.name());
        JavaCommand command = new JavaCommand(stack.home().path(), service.name() + "-compose");
        ServiceImage image = new ServiceImage(
                stack.home(),
                service,
                ServiceJar.of(stack.home().root(), service.name()).orElseThrow(),
                false);
        return new Launch(
                service.name() + "-compose",
                Integer.parseInt(environment.get("SERVER_PORT")),
                image.version(),
                command.marker(),
                command.of(List.of(
                        "@" + Repository.root().resolve("k8s/images/jvm.options"),
                        "-Xmx256m",
                        "-Djdk.net.hosts.file=" + file,
                        "-Dserver.address=" + address,
                        "-Dmanagement.server.address=" + address,
                        "-jar",
                        image.arguments().getLast())),
                environment,
                PATIENCE,
                new HttpProbe(URI.create("http://" + address + ":" + environment.get("MANAGEMENT_SERVER_PORT")
                        + "/actuator/health/readiness")));
    }
}
