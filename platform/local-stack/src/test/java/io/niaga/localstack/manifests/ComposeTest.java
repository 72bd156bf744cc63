package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Addresses;
import io.niaga.localstack.topology.Environment;
import io.niaga.localstack.topology.Need;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final Ports PORTS = new Ports(8080);
    private static final Environment ENVIRONMENT =
            new Environment(PORTS, Addresses.local(PORTS, "mongodb://", "/index"), name -> name);
    /** A volume takes over its folder's owner from the image; a folder that the image lacks becomes root's. */
    private static final Map<String, String> DATA = Map.of(
            "mongo", "/data/db",
            "kafka", "/var/lib/kafka/data",
            "keycloak", "/opt/keycloak/data",
            "search-service", "/var/lib/niaga/index",
            "prometheus", "/prometheus",
            "grafana", "/var/lib/grafana");

    private final Map<String, Object> services =
            map(Yamls.one("docker-compose.yml").get("services"));

    @Test
    void every_service_is_there_with_exactly_the_variables_of_the_topology() {
        for (Service service : Topology.services()) {
            Map<String, Object> variables = map(at(services, service.name(), "environment"));
            assertThat(new TreeSet<>(variables.keySet()))
                    .as(service.name())
                    .isEqualTo(new TreeSet<>(ENVIRONMENT.of(service).keySet()));
            assertThat(variables).containsEntry("SERVER_PORT", String.valueOf(service.port(PORTS)));
            if (service.needs().contains(Need.CALLERS_TOKEN)) {
                assertThat(variables).containsEntry("NIAGA_CLIENT_ID", service.name());
                assertThat(String.valueOf(variables.get("NIAGA_CLIENT_SECRET")))
                        .startsWith("${" + service.secretVariable() + ":?");
            }
        }
    }

    @Test
    void every_image_is_pinned_and_every_service_is_made_by_the_one_recipe() {
        services.forEach((name, service) -> {
            String image = String.valueOf(map(service).get("image"));
            if (map(service).get("build") == null) {
                assertThat(image).as(name).matches("[a-z/-]+:v?[0-9]+\\.[0-9]+\\.[0-9]+");
            } else {
                assertThat(image).isEqualTo("niaga/" + name + ":local");
                assertThat(at(service, "build", "dockerfile")).isEqualTo("k8s/images/Dockerfile");
                assertThat(at(service, "build", "args", "SERVICE")).isEqualTo(name);
            }
        });
    }

    @Test
    void every_service_is_confined_and_has_time_to_stop() {
        for (Service service : Topology.services()) {
            Map<String, Object> said = map(services.get(service.name()));
            assertThat(said)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsKey("mem_limit");
            String drain = String.valueOf(at(said, "environment", "NIAGA_DRAIN"));
            assertThat(Integer.parseInt(
                            String.valueOf(said.get("stop_grace_period")).replace("s", "")))
                    .isGreaterThanOrEqualTo(Shutdown.longest(drain));
        }
    }

    @Test
    void every_file_that_is_mounted_is_there() {
        services.forEach((name, service) -> {
            if (map(service).get("volumes") instanceof List<?> volumes) {
                volumes.stream()
                        .map(String::valueOf)
                        .filter(volume -> volume.startsWith("./"))
                        .forEach(volume -> assertThat(Yamls.ROOT.resolve(volume.split(":")[0]))
                                .as(name)
                                .exists());
            }
        });
    }

    @Test
    void what_is_kept_lies_in_a_folder_that_the_image_gives_its_user() {
        assertThat(kept()).containsExactlyInAnyOrderEntriesOf(DATA);
        assertThat(Kustomize.read(Yamls.ROOT.resolve("k8s/images/Dockerfile")))
                .contains("install -d -o niaga -g niaga " + DATA.get("search-service"));
    }

    /** Where each named volume is mounted, by service. */
    private Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        services.forEach((name, service) -> {
            if (map(service).get("volumes") instanceof List<?> volumes) {
                volumes.stream()
                        .map(String::valueOf)
                        .filter(volume -> !volume.startsWith("./"))
                        .forEach(volume -> kept.put(name, volume.split(":")[1]));
            }
        });
        return kept;
    }

    @Test
    void every_secret_comes_from_outside_and_is_one_that_the_launcher_writes() throws IOException {
        String text = Files.readString(Yamls.ROOT.resolve("docker-compose.yml"));
        List<String> required = Pattern.compile("\\$\\{([A-Z_]+):\\?")
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .sorted()
                .toList();
        assertThat(required).isEqualTo(Secrets.names());
    }

    @Test
    void keycloak_gets_the_realm_of_this_checkout() {
        assertThat(String.valueOf(at(services, "keycloak", "volumes")))
                .contains("niaga-realm.json", "niaga-users-0.json");
        assertThat(map(at(services, "keycloak", "environment")))
                .containsEntry("NIAGA_DEMO_SIGN_INS", "true")
                .containsKeys(Topology.services().stream()
                        .map(Service::secretVariable)
                        .toArray(String[]::new));
    }

    @Test
    void only_the_front_doors_are_open_and_only_to_this_machine() {
        services.forEach((name, service) -> {
            Object ports = map(service).get("ports");
            if (ports != null) {
                assertThat(name).isIn("gateway", "keycloak", "prometheus", "grafana");
                assertThat(String.valueOf(ports)).startsWith("[127.0.0.1:");
            }
        });
    }
}
