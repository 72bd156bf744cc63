package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Addresses;
import io.niaga.localstack.topology.Environment;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubernetesTest {
    private static final Ports PORTS = new Ports(8080);
    private static final Environment ENVIRONMENT =
            new Environment(PORTS, Addresses.local(PORTS, "mongodb://", "/index"), name -> name);

    @Test
    void every_service_is_there_with_exactly_the_variables_of_the_topology() {
        for (Service service : Topology.services()) {
            Map<String, Object> container = container(service);
            Set<String> variables = new TreeSet<>();
            list(container.get("env")).forEach(variable -> variables.add(String.valueOf(variable.get("name"))));
            for (Map<String, Object> source : list(container.get("envFrom"))) {
                variables.addAll(settings(String.valueOf(at(source, "configMapRef", "name")))
                        .keySet());
            }
            assertThat(variables)
                    .as(service.name())
                    .isEqualTo(new TreeSet<>(ENVIRONMENT.of(service).keySet()));
            assertThat(String.valueOf(container.get("ports")))
                    .contains(String.valueOf(service.port(PORTS)), String.valueOf(service.managementPort(PORTS)));
        }
    }

    @Test
    void every_secret_is_a_reference_to_one_that_the_launcher_writes() {
        Set<String> known = new TreeSet<>(Secrets.names());
        known.add("NIAGA_MONGODB_URI");
        for (Service service : Topology.services()) {
            for (Map<String, Object> variable : list(container(service).get("env"))) {
                Object name = variable.get("name");
                Object from = variable.get("valueFrom");
                assertThat(from != null).as(name + " of " + service.name()).isEqualTo(isSecret(String.valueOf(name)));
                if (from != null) {
                    assertThat(String.valueOf(at(from, "secretKeyRef", "key"))).isIn(known);
                }
            }
        }
    }

    @Test
    void the_sandbox_is_on_in_dev_alone() throws IOException {
        assertThat(Files.readString(Yamls.ROOT.resolve("k8s/overlays/dev/kustomization.yaml")))
                .contains("{name: NIAGA_SANDBOX_ENABLED, value: \"true\"}");
        try (Stream<Path> files = Stream.concat(
                Files.walk(Yamls.ROOT.resolve("k8s/overlays/prod")), Files.walk(Yamls.ROOT.resolve("k8s/base")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain("NIAGA_SANDBOX_ENABLED, value: \"true\"", "niaga-demo-sign-ins");
            }
        }
    }

    @Test
    void every_file_is_named_by_a_kustomization_and_every_name_is_a_file() {
        List<String> missing = new ArrayList<>();
        for (String folder : List.of("k8s/base", "k8s/overlays/dev", "k8s/overlays/prod")) {
            for (Object resource :
                    (List<?>) Yamls.one(folder + "/kustomization.yaml").get("resources")) {
                if (!Files.exists(Yamls.ROOT.resolve(folder).resolve(String.valueOf(resource)))) {
                    missing.add(folder + "/" + resource);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat((List<?>) Yamls.one("k8s/base/kustomization.yaml").get("resources"))
                .map(String::valueOf)
                .containsAll(Topology.services().stream().map(Service::name).toList());
    }

    @Test
    void the_topics_of_a_cluster_are_those_of_the_contracts() throws IOException {
        String script = Files.readString(Yamls.ROOT.resolve("k8s/base/kafka-topics/topics.sh"));
        assertThat(areas(script, "cleanup.policy=compact")).isEqualTo(areas(Topics.STATE));
        assertThat(areas(script, "retention.ms=-1")).isEqualTo(areas(Topics.PERMANENT));
        assertThat(areas(script, "retention.ms=2592000000")).isEqualTo(areas(Topics.RECENT));
    }

    private static Set<String> areas(String script, String setting) {
        String line = script.lines()
                .filter(l -> l.startsWith("for area in") && l.contains(setting))
                .findFirst()
                .orElseThrow();
        return new TreeSet<>(List.of(
                line.substring("for area in ".length(), line.indexOf(';')).split(" ")));
    }

    private static Set<String> areas(List<String> topics) {
        return new TreeSet<>(topics.stream().map(topic -> topic.split("\\.")[1]).toList());
    }

    private static boolean isSecret(String name) {
        return name.endsWith("_SECRET")
                || name.endsWith("_KEY")
                || name.endsWith("_KEYS")
                || name.equals("NIAGA_MONGODB_URI");
    }

    private static Map<String, Object> container(Service service) {
        Map<String, Object> deployment = Yamls.one("k8s/base/" + service.name() + "/deployment.yaml");
        return list(at(deployment, "spec", "template", "spec", "containers")).getFirst();
    }

    private static Map<String, Object> settings(String name) {
        return Yamls.all("k8s/base/settings.yaml").stream()
                .filter(document -> at(document, "metadata", "name").equals(name))
                .map(document -> map(document.get("data")))
                .findFirst()
                .orElseThrow();
    }
}
